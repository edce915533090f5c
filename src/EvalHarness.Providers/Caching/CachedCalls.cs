using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Providers.Caching;

/// <summary>How calls are kept beside their reply, and how they come back.</summary>
internal static class CachedCalls
{
    /// <summary>What they took and used, without their tries, by the model that served them: what it is priced as may change. A call that nobody logged is one all the same.</summary>
    public static IReadOnlyList<ModelCall> Kept(IReadOnlyList<ModelCall> calls, ModelCall unlogged) =>
        [.. (calls.Count > 0 ? calls : [unlogged]).Select(c => c with { Model = unlogged.Model ?? c.Model, Tries = [], Queued = TimeSpan.Zero, LostTime = TimeSpan.Zero })];

    /// <summary>Into the log as answered by the cache; looking up and waiting for an equal call is nobody's latency.</summary>
    /// <param name="priceAs">The name in the price table as the experiment now has it; the model's own when absent.</param>
    public static void Replay(IReadOnlyList<ModelCall> kept, string? priceAs, CallLog log, TimeSpan lookedUp)
    {
        foreach (var (place, call) in kept.Index())
            log.Add(call with { Model = priceAs ?? call.Model, FromCache = true, Queued = place == 0 ? lookedUp : TimeSpan.Zero });
    }
}
