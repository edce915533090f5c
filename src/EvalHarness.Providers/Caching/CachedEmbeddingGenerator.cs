using System.Runtime.InteropServices;
using System.Text.Json;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Runs;
using Microsoft.Extensions.AI;

namespace EvalHarness.Providers.Caching;

/// <summary>The part of an embedder's chain that answers from the response cache: each batch is one request. An index keeps its own embeddings; the cache keeps those of an index that was not finished.</summary>
public sealed class CachedEmbeddingGenerator(IEmbeddingGenerator<string, Embedding<float>> inner, ResponseCache cache, CachedModel model, CacheMode mode, TimeProvider time)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var asked = options?.Clone() ?? new EmbeddingGenerationOptions();
        var log = CallLogOptions.TakeCallLog(asked.AdditionalProperties);
        if (mode == CacheMode.Off || log.IsWarmUp)
            return await base.GenerateAsync(values, asked.With(log), cancellationToken);

        string[] texts = [.. values];
        var begun = time.GetTimestamp();
        using var flight = await EnterAsync(texts, asked, log, cancellationToken);
        if (flight.Found is { } found)
            return Replay(found, log, time.GetElapsedTime(begun));

        var part = log.Part();
        var called = time.GetTimestamp();
        var embeddings = await base.GenerateAsync(texts, asked.With(part), cancellationToken);
        Keep(flight, embeddings, part, time.GetElapsedTime(called));
        return embeddings;
    }

    private async Task<CacheFlight> EnterAsync(string[] texts, EmbeddingGenerationOptions asked, CallLog log, CancellationToken cancellationToken)
    {
        var key = model.Key("embedding", log.Repeat, JsonSerializer.Serialize(texts), JsonSerializer.Serialize(asked, AIJsonUtilities.DefaultOptions));
        using var waiting = log.Wait();
        return await cache.EnterAsync(key, mode, cancellationToken);
    }

    private void Keep(CacheFlight flight, GeneratedEmbeddings<Embedding<float>> embeddings, CallLog part, TimeSpan elapsed)
    {
        var reply = new Vectors([.. embeddings.Select(e => Convert.ToBase64String(MemoryMarshal.AsBytes(e.Vector.Span)))], embeddings.FirstOrDefault()?.ModelId, embeddings.Usage?.InputTokenCount);
        var unlogged = new ModelCall { Kind = "embedding", Endpoint = model.Endpoint, Model = reply.Model, ServiceTime = elapsed };
        flight.Keep(JsonSerializer.Serialize(new CachedReply(JsonSerializer.SerializeToElement(reply), CachedCalls.Kept(part.Calls, unlogged)), RunJson.Compact));
    }

    private GeneratedEmbeddings<Embedding<float>> Replay(string found, CallLog log, TimeSpan lookedUp)
    {
        var kept = JsonSerializer.Deserialize<CachedReply>(found, RunJson.Compact)!;
        CachedCalls.Replay(kept.Calls, model.PriceAs, log, lookedUp);
        var reply = kept.Reply.Deserialize<Vectors>()!;
        return new GeneratedEmbeddings<Embedding<float>>(reply.Base64.Select(v => new Embedding<float>(MemoryMarshal.Cast<byte, float>(Convert.FromBase64String(v)).ToArray()) { ModelId = reply.Model }))
        {
            Usage = reply.InputTokens is { } tokens ? new UsageDetails { InputTokenCount = tokens, TotalTokenCount = tokens } : null,
        };
    }

    /// <param name="Base64">Each vector's bytes, single precision, little-endian.</param>
    private sealed record Vectors(IReadOnlyList<string> Base64, string? Model, long? InputTokens);
}
