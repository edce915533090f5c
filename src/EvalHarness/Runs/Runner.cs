using EvalHarness.Datasets;
using EvalHarness.Pipelines;

namespace EvalHarness.Runs;

/// <summary>Replays a run's samples through its pipelines.</summary>
public sealed class Runner(RunStore store, IReadOnlyDictionary<string, IPipeline> pipelines, RunOptions options, TimeProvider time)
{
    private const int LargestShard = 100;

    /// <summary>Answers what the store does not have yet; returns when all of it has.</summary>
    public async Task RunAsync(RunPlan plan, int workItems, Action<Trace>? onTrace, CancellationToken cancellationToken)
    {
        using var permits = new ConcurrencyPermits(InFlight);
        var caller = new PipelineCaller(permits, TimeSpan.FromSeconds(options.TimeoutSeconds), time);
        var shards = new ShardRunner(pipelines, caller, store.Traces);

        await WarmUpAsync(plan, caller, workItems, cancellationToken);
        await Parallel.ForEachAsync(
            plan.ShardsAsync(store.Samples.ReadAsync(cancellationToken), ShardSize(workItems), cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellationToken },
            async (shard, token) => await shards.RunAsync(shard, onTrace, token));
    }

    /// <summary>Tries again what failed; the new attempt supersedes the failed one, which stays on record.</summary>
    public async Task RetryAsync(RunPlan plan, Action<Trace>? onTrace, CancellationToken cancellationToken)
    {
        using var permits = new ConcurrencyPermits(InFlight);
        var caller = new PipelineCaller(permits, TimeSpan.FromSeconds(options.TimeoutSeconds), time);
        var failed = await store.Traces.FailedAsync(cancellationToken);
        await Parallel.ForEachAsync(
            store.Samples.ReadAsync(cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellationToken },
            async (sample, token) =>
            {
                foreach (var item in plan.Items(sample).Where(i => failed.ContainsKey(i.Id)))
                {
                    var trace = await caller.CallAsync(item, pipelines[item.Pipeline], failed[item.Id] + 1, token);
                    await store.Traces.WriteAsync(trace, token);
                    onTrace?.Invoke(trace);
                }
            });
    }

    private int InFlight => options.Concurrency ?? 8;

    // Small runs get small shards, so that every place in flight has work.
    private int ShardSize(int workItems) => Math.Clamp(workItems / (InFlight * 4), 1, LargestShard);

    // Not recorded: the first calls pay for compilation, connections and caches.
    private async Task WarmUpAsync(RunPlan plan, PipelineCaller caller, int workItems, CancellationToken cancellationToken)
    {
        if (options.WarmUp == 0 || await store.Traces.CountAsync(cancellationToken) >= workItems)
            return;
        List<Sample> first = [];
        await foreach (var sample in store.Samples.ReadAsync(cancellationToken))
        {
            first.Add(sample);
            if (first.Count == options.WarmUp)
                break;
        }

        foreach (var item in first.SelectMany(plan.Items).Where(i => i.Repeat == 0))
            await caller.CallAsync(item, pipelines[item.Pipeline], attempt: 0, cancellationToken);
    }
}
