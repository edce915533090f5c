using System.Text.Json;
using Anthropic.Models.Messages;
using EvalHarness.Pipelines.Chat;
using Microsoft.Extensions.AI;

namespace EvalHarness.Providers.Models;

/// <summary>Adds what the Anthropic SDK's chat client leaves out: sampling options, fields of the user's own, the mark of what is worth caching.</summary>
internal static class AnthropicRequest
{
    // The protocol wants a limit; the SDK's own would cut an answer of any length off.
    private const int LongestReply = 4096;

    public static ChatOptions ForAnthropic(this ChatOptions? options, ModelOptions model)
    {
        var shaped = options?.Clone() ?? new ChatOptions();
        shaped.RawRepresentationFactory = _ => MessageCreateParams.FromRawUnchecked(Nothing(), Nothing(), Body(model, shaped));
        return shaped;
    }

    /// <summary>The messages, with a breakpoint of the prompt cache where they say that a stable prefix ends.</summary>
    public static IEnumerable<ChatMessage> Marked(this IEnumerable<ChatMessage> messages) =>
        messages.Select(m => m.Contents.Any(IsStable) ? new ChatMessage(m.Role, [.. m.Contents.Select(Marked)]) : m);

    private static AIContent Marked(AIContent content) =>
        content is TextContent text && IsStable(text) ? new TextContent(text.Text).WithCacheControl(ttl: null) : content;

    private static bool IsStable(AIContent content) => content.AdditionalProperties?.ContainsKey(ChatPrompt.StablePrefix) == true;

    private static Dictionary<string, JsonElement> Nothing() => [];

    private static Dictionary<string, JsonElement> Body(ModelOptions model, ChatOptions options)
    {
        var body = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
        {
            ["model"] = JsonSerializer.SerializeToElement(model.Name),
            ["max_tokens"] = JsonSerializer.SerializeToElement(options.MaxOutputTokens ?? LongestReply),
            ["messages"] = JsonElement.Parse("[]"),
        };
        if (options.Temperature is { } temperature)
            body["temperature"] = JsonSerializer.SerializeToElement(temperature);
        if (options.TopP is { } topP)
            body["top_p"] = JsonSerializer.SerializeToElement(topP);
        foreach (var (name, value) in model.ExtraBody ?? [])
            body[name] = JsonSerializer.SerializeToElement(value);
        return body;
    }
}
