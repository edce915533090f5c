using System.Runtime.CompilerServices;
using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;

namespace EvalHarness.Runs;

/// <summary>What will be asked of whom, in order: samples as they come, and within each sample the pipelines in a seeded random order, so that none always goes first.</summary>
public sealed class RunPlan(IReadOnlyList<PipelineSpec> pipelines, string? responseSchema, int repeats, int seed)
{
    public static RunPlan Of(IReadOnlyList<PipelineSpec> pipelines, string? responseSchema, RunOptions options) =>
        new(pipelines, responseSchema, options.Repeats, options.Seed);

    public IEnumerable<WorkItem> Items(Sample sample)
    {
        for (var repeat = 0; repeat < repeats; repeat++)
            foreach (var pipeline in Shuffled(sample.Id, repeat))
                yield return WorkItem.Plan(sample, pipeline, repeat, responseSchema);
    }

    /// <summary>Work items in shards of about <paramref name="size"/>; a sample is never split.</summary>
    public async IAsyncEnumerable<IReadOnlyList<WorkItem>> ShardsAsync(
        IAsyncEnumerable<Sample> samples,
        int size,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<WorkItem> shard = [];
        await foreach (var sample in samples.WithCancellation(cancellationToken))
        {
            shard.AddRange(Items(sample));
            if (shard.Count < size)
                continue;
            yield return shard;
            shard = [];
        }

        if (shard.Count > 0)
            yield return shard;
    }

    private IEnumerable<PipelineSpec> Shuffled(string sampleId, int repeat) =>
        pipelines.OrderBy(p => ContentHash.Of($"{seed}", sampleId, $"{repeat}", p.Name), StringComparer.Ordinal);
}
