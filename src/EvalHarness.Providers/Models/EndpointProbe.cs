using System.Text.Json;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Providers.Endpoints;
using Microsoft.Extensions.AI;

namespace EvalHarness.Providers.Models;

/// <summary>Tries a model with one tiny call: asked as the experiment asks it, but for a short JSON reply; a second call only where a schema is refused.</summary>
/// <param name="endpoints">Its own, not a run's, with <see cref="EndpointRegistry.TriesOnce"/>.</param>
public sealed class EndpointProbe(EndpointRegistry endpoints)
{
    // Room for a model that reasons before it replies.
    private const int LongestReply = 1024;

    private const string Schema = """{"type":"object","properties":{"word":{"type":"string"}},"required":["word"],"additionalProperties":false}""";

    private static readonly ChatMessage Question = new(ChatRole.User, "Reply with the word ok.");

    public async Task<ProbeResult> ProbeAsync(ModelSource source, CancellationToken cancellationToken)
    {
        var result = new ProbeResult(source.Endpoint?.Name ?? "", source.Options.Name ?? "");
        var protocol = ModelProtocols.All.FirstOrDefault(p => p.Name == source.Endpoint?.Options.Provider);
        if (protocol is null)
            return result with { Problem = $"provider '{source.Endpoint?.Options.Provider}' serves no chat model" };
        if ((ModelCheck.Problem(source, "model") ?? protocol.Check(source, "model")) is { } problem)
            return result with { Problem = $"{problem.Found}. {problem.Mend}" };

        var endpoint = endpoints.Get(source.Endpoint!);
        var client = new EndpointChatClient(protocol.Client(source, endpoint), endpoint, source.Options);
        var tried = await TryAsync(client, source.Options, result, cancellationToken);
        return tried.With(endpoint.LastSeen);
    }

    private static async Task<ProbeResult> TryAsync(EndpointChatClient client, ModelOptions model, ProbeResult result, CancellationToken cancellationToken)
    {
        var withSchema = await AskAsync(client, model with { ResponseFormat = "json_schema" }, result, cancellationToken);
        if (withSchema.Problem is null || !withSchema.WasHeard)
            return withSchema;
        var plain = await AskAsync(client, model with { ResponseFormat = "none" }, result, cancellationToken);
        if (plain.Problem is not null)
            return plain;
        return plain with
        {
            JsonSchema = SchemaSupport.Refused,
            Problem = model.ResponseFormat == "json_schema" ? $"json_schema is refused: {withSchema.Problem}" : null,
        };
    }

    private static async Task<ProbeResult> AskAsync(EndpointChatClient client, ModelOptions model, ProbeResult result, CancellationToken cancellationToken)
    {
        var log = new CallLog();
        try
        {
            var options = ChatRequestOptions.For(model with { MaxTokens = model.MaxTokens ?? LongestReply }, Schema, log);
            var reply = await client.GetResponseAsync([Question], options, cancellationToken);
            return result with
            {
                ReportedModel = reply.ModelId,
                Latency = log.Calls[^1].ServiceTime,
                UsageFields = [.. Fields(reply.Usage)],
                JsonSchema = model.ResponseFormat != "json_schema" ? null : IsObedient(reply.Text) ? SchemaSupport.Obeyed : SchemaSupport.Ignored,
            };
        }
        // Whatever goes wrong with a call is what a probe is for.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return result.Failed(exception);
        }
    }

    private static IEnumerable<string> Fields(UsageDetails? usage)
    {
        if (usage?.InputTokenCount is not null)
            yield return "input";
        if (usage?.OutputTokenCount is not null)
            yield return "output";
        if (usage?.CachedInputTokenCount is not null)
            yield return "cached";
        if (usage?.ReasoningTokenCount is not null)
            yield return "reasoning";
    }

    private static bool IsObedient(string text)
    {
        try
        {
            using var reply = JsonDocument.Parse(text);
            return reply.RootElement.ValueKind == JsonValueKind.Object && reply.RootElement.TryGetProperty("word", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
