using System.Text.Json;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval.Rerank;
using EvalHarness.Pipelines.Retrieval.Search;
using EvalHarness.Runs;

namespace EvalHarness.Providers.Caching;

/// <summary>The part of a re-ranker's chain that answers from the response cache: a question with its passages is one request.</summary>
public sealed class CachedReranker(IReranker inner, ResponseCache cache, CachedModel model, CacheMode mode, TimeProvider time) : IReranker
{
    private const string Kind = "rerank";

    public async Task<IReadOnlyList<RerankScore>> ScoreAsync(string question, IReadOnlyList<SearchHit> hits, CallLog log, CancellationToken cancellationToken)
    {
        if (mode == CacheMode.Off || log.IsWarmUp)
            return await inner.ScoreAsync(question, hits, log, cancellationToken);

        var begun = time.GetTimestamp();
        using var flight = await EnterAsync(question, hits, log, cancellationToken);
        if (flight.Found is { } found)
            return Replay(found, log, time.GetElapsedTime(begun));

        var part = log.Part();
        var called = time.GetTimestamp();
        var scores = await inner.ScoreAsync(question, hits, part, cancellationToken);
        Keep(flight, scores, part, time.GetElapsedTime(called));
        return scores;
    }

    private async Task<CacheFlight> EnterAsync(string question, IReadOnlyList<SearchHit> hits, CallLog log, CancellationToken cancellationToken)
    {
        var key = model.Key(Kind, log.Repeat, question, JsonSerializer.Serialize(hits.Select(h => h.Chunk.TitledText)));
        using var waiting = log.Wait();
        return await cache.EnterAsync(key, mode, cancellationToken);
    }

    private void Keep(CacheFlight flight, IReadOnlyList<RerankScore> scores, CallLog part, TimeSpan elapsed)
    {
        var unlogged = new ModelCall { Kind = Kind, Endpoint = model.Endpoint, Model = model.Model, ServiceTime = elapsed };
        flight.Keep(JsonSerializer.Serialize(new CachedReply(JsonSerializer.SerializeToElement(scores), CachedCalls.Kept(part.Calls, unlogged)), RunJson.Compact));
    }

    private IReadOnlyList<RerankScore> Replay(string found, CallLog log, TimeSpan lookedUp)
    {
        var kept = JsonSerializer.Deserialize<CachedReply>(found, RunJson.Compact)!;
        CachedCalls.Replay(kept.Calls, model.PriceAs, log, lookedUp);
        return kept.Reply.Deserialize<IReadOnlyList<RerankScore>>()!;
    }
}
