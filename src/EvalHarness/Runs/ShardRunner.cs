using EvalHarness.Pipelines;

namespace EvalHarness.Runs;

/// <summary>Runs a shard of work items in order. Safe to repeat: it starts from what is missing in the store.</summary>
public sealed class ShardRunner(IReadOnlyDictionary<string, IPipeline> pipelines, PipelineCaller caller, IResultStore store)
{
    /// <param name="onTrace">Told of each trace once it is durable.</param>
    public async Task RunAsync(IReadOnlyList<WorkItem> shard, Action<Trace>? onTrace, CancellationToken cancellationToken)
    {
        var done = new HashSet<string>(await store.DoneAsync([.. shard.Select(i => i.Id)], cancellationToken), StringComparer.Ordinal);
        foreach (var item in shard)
        {
            if (!done.Add(item.Id))
                continue;
            var trace = await caller.CallAsync(item, pipelines[item.Pipeline], attempt: 0, cancellationToken);
            await store.WriteAsync(trace, cancellationToken);
            onTrace?.Invoke(trace);
        }
    }
}
