using System.Text;
using EvalHarness.Pipelines.Chat;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace EvalHarness.Providers.Models;

/// <summary>Adds what the OpenAI SDK has no property for: the older field for the longest reply, and fields of the user's own.</summary>
internal static class OpenAiRequest
{
    private const string OlderField = "max_tokens";

    public static ChatOptions ForOpenAi(this ChatOptions? options, ModelOptions model)
    {
        var shaped = options?.Clone() ?? new ChatOptions();
        var maxTokens = shaped.MaxOutputTokens;
        if (model.MaxTokensField == OlderField)
            shaped.MaxOutputTokens = null;
        shaped.RawRepresentationFactory = _ => Body(model, maxTokens);
        return shaped;
    }

    private static ChatCompletionOptions Body(ModelOptions model, int? maxTokens)
    {
        var body = new ChatCompletionOptions();
        if (model.MaxTokensField == OlderField && maxTokens is { } longest)
            body.Patch.Set("$.max_tokens"u8, longest);
        foreach (var (name, value) in model.ExtraBody ?? [])
            body.Patch.Set(Path(name), BinaryData.FromString(value?.ToJsonString() ?? "null"));
        return body;
    }

    // Brackets, because a field may have a dot in its name.
    private static byte[] Path(string field) => Encoding.UTF8.GetBytes($"$['{field}']");
}
