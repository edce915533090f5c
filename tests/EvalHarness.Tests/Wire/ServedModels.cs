using EvalHarness.Stub;
using Microsoft.Extensions.AI;

namespace EvalHarness.Tests.Wire;

/// <summary>Serves chat models of this process through the stub, by name.</summary>
internal static class ServedModels
{
    public static StubAnswerer Of(IReadOnlyDictionary<string, IChatClient> models) => StubAnswerers.From(async (model, messages) =>
    {
        var response = await models[model].GetResponseAsync([.. messages.Select(m => new ChatMessage(new ChatRole(m.Role), m.Content))]);
        return new StubReply(response.Text) { InputTokens = response.Usage?.InputTokenCount, OutputTokens = response.Usage?.OutputTokenCount };
    });
}
