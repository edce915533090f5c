using System.Runtime.CompilerServices;
using System.Text.Json;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Runs;
using Microsoft.Extensions.AI;

namespace EvalHarness.Providers.Caching;

/// <summary>The outermost part of a model's chain: answers from the response cache where it can, and keeps what the rest of the chain answers.</summary>
/// <remarks>A hit stands in the call log with what the original call took and used. Calls that warm up go past it.</remarks>
public sealed class CachedChatClient(IChatClient inner, ResponseCache cache, CachedModel model, CacheMode mode, TimeProvider time) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (asked, log) = Split(options);
        if (mode == CacheMode.Off || log.IsWarmUp)
            return await base.GetResponseAsync(messages, asked.With(log), cancellationToken);

        IReadOnlyList<ChatMessage> sent = [.. messages];
        var begun = time.GetTimestamp();
        using var flight = await EnterAsync(sent, asked, log, cancellationToken);
        if (flight.Found is { } found)
            return Replay(found, log, time.GetElapsedTime(begun));

        var part = log.Part();
        var called = time.GetTimestamp();
        var response = await base.GetResponseAsync(sent, asked.With(part), cancellationToken);
        Keep(flight, response, part, time.GetElapsedTime(called));
        return response;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (asked, log) = Split(options);
        if (mode == CacheMode.Off || log.IsWarmUp)
        {
            await foreach (var update in base.GetStreamingResponseAsync(messages, asked.With(log), cancellationToken))
                yield return update;
            yield break;
        }

        IReadOnlyList<ChatMessage> sent = [.. messages];
        var begun = time.GetTimestamp();
        using var flight = await EnterAsync(sent, asked, log, cancellationToken);
        if (flight.Found is { } found)
        {
            foreach (var update in Replay(found, log, time.GetElapsedTime(begun)).ToChatResponseUpdates())
                yield return update;
            yield break;
        }

        var part = log.Part();
        var called = time.GetTimestamp();
        List<ChatResponseUpdate> updates = [];
        await foreach (var update in base.GetStreamingResponseAsync(sent, asked.With(part), cancellationToken))
        {
            updates.Add(update);
            yield return update;
        }

        // A stream that breaks, or that nobody reads to its end, is not kept.
        Keep(flight, updates.ToChatResponse(), part, time.GetElapsedTime(called));
    }

    private static (ChatOptions Asked, CallLog Log) Split(ChatOptions? options)
    {
        var asked = options?.Clone() ?? new ChatOptions();
        return (asked, CallLogOptions.TakeCallLog(asked.AdditionalProperties));
    }

    private async Task<CacheFlight> EnterAsync(IReadOnlyList<ChatMessage> messages, ChatOptions asked, CallLog log, CancellationToken cancellationToken)
    {
        // When a message was written, and under which id, changes no answer.
        var said = messages.Select(m => new ChatMessage(m.Role, m.Contents) { AuthorName = m.AuthorName, AdditionalProperties = m.AdditionalProperties }).ToList();
        var key = model.Key("chat", log.Repeat, JsonSerializer.Serialize(said, AIJsonUtilities.DefaultOptions), JsonSerializer.Serialize(asked, AIJsonUtilities.DefaultOptions));
        using var waiting = log.Wait();
        return await cache.EnterAsync(key, mode, cancellationToken);
    }

    private void Keep(CacheFlight flight, ChatResponse response, CallLog part, TimeSpan elapsed)
    {
        var unlogged = new ModelCall { Kind = "chat", Endpoint = model.Endpoint, Model = response.ModelId, ServiceTime = elapsed };
        var kept = new CachedReply(JsonSerializer.SerializeToElement(response, AIJsonUtilities.DefaultOptions), CachedCalls.Kept(part.Calls, unlogged));
        flight.Keep(JsonSerializer.Serialize(kept, RunJson.Compact));
    }

    private ChatResponse Replay(string found, CallLog log, TimeSpan lookedUp)
    {
        var kept = JsonSerializer.Deserialize<CachedReply>(found, RunJson.Compact)!;
        CachedCalls.Replay(kept.Calls, model.PriceAs, log, lookedUp);
        return kept.Reply.Deserialize<ChatResponse>(AIJsonUtilities.DefaultOptions)!;
    }
}
