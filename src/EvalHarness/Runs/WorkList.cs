using System.Runtime.CompilerServices;
using EvalHarness.Datasets;

namespace EvalHarness.Runs;

/// <summary>What of a plan is still to be done: read piece by piece, each work item once.</summary>
/// <param name="again">Work items with a failed trace that are tried again, with the failed attempt's number.</param>
/// <param name="missingToo">Whether work items without a trace are wanted.</param>
public sealed class WorkList(RunPlan plan, IAsyncEnumerable<Sample> samples, IResultStore store, IReadOnlyDictionary<string, int> again, bool missingToo = true)
{
    // Looked up at once: small enough for the first to begin without delay.
    private const int Piece = 100;

    public async IAsyncEnumerable<WorkAttempt> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<string> given = new(StringComparer.Ordinal);
        await foreach (var shard in plan.ShardsAsync(samples, Piece, cancellationToken))
        {
            var done = await store.DoneAsync([.. shard.Select(i => i.Id)], cancellationToken);
            foreach (var item in shard)
                if (Number(item, done) is { } number && given.Add(item.Id))
                    yield return new WorkAttempt(item, number);
        }
    }

    private int? Number(WorkItem item, IReadOnlySet<string> done)
    {
        if (again.TryGetValue(item.Id, out var failed))
            return failed + 1;
        return missingToo && !done.Contains(item.Id) ? 0 : null;
    }
}
