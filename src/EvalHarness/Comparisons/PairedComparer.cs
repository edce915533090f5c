using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Comparisons;

/// <summary>Compares pipelines with a baseline, sample by sample: per slice and metric the difference, its interval and test, wins and losses, and what this many rows can find.</summary>
/// <remarks>
/// Samples pair by id; repeats are averaged before. Fewer than 6 clusters give no difference. P values of slice <c>all</c> are adjusted
/// over the metrics (Holm); those of other slices are not: they are for exploration.
/// </remarks>
public sealed class PairedComparer(int seed)
{
    private const double Confidence = 0.95;

    private static readonly Power Power = new();

    private readonly ClusterDraws draws = new(seed);

    /// <summary>Every other pipeline of a run against one of them.</summary>
    /// <exception cref="ArgumentException">The run has no such baseline.</exception>
    public IReadOnlyList<PairedComparison> Compare(ScoreTable table, string baseline) =>
        Compare(table, [.. table.Pipelines.Where(p => p != baseline)], table, baseline);

    /// <summary>Pipelines of one run against one of another run.</summary>
    /// <returns>Slice <c>all</c> first, then by slice, candidate and metric.</returns>
    /// <exception cref="Inputs.InputException">A metric is defined unlike in the two runs.</exception>
    /// <exception cref="ArgumentException">A run has no such pipeline.</exception>
    public IReadOnlyList<PairedComparison> Compare(ScoreTable candidates, IReadOnlyList<string> names, ScoreTable baselines, string baseline)
    {
        Demand(baselines, baseline);
        foreach (var name in names)
            Demand(candidates, name);

        var pairing = new SamplePairing(candidates, baselines);
        var comparisons = from slice in candidates.Slices
                          from name in names
                          from metric in pairing.Metrics
                          select Compare(name, baseline, metric, slice.Name, pairing.Differences(name, baseline, metric, slice)) with { Correlation = pairing.Correlation(name, baseline, metric, slice) };
        return HolmFamily.Adjust([.. comparisons]);
    }

    private PairedComparison Compare(string candidate, string baseline, Metric metric, string slice, ClusteredValues differences)
    {
        var tested = DifferenceEstimator.Of(differences, ValueRange.Of(metric.Unit), Confidence, draws);
        var (higher, lower) = (differences.Values.Count(d => d > 0), differences.Values.Count(d => d < 0));
        var (wins, losses) = metric.Direction is Direction.Higher ? (higher, lower) : (lower, higher);
        var variance = tested is not null && differences.StandardError > 0 ? PairedVariance.Of(differences) : null;
        return new(
            candidate,
            baseline,
            metric,
            slice,
            differences.N,
            differences.ClusterCount,
            tested?.Difference,
            tested?.P,
            PAdjusted: null,
            tested?.Test,
            wins,
            losses,
            variance is null ? null : Power.DetectableDifference(variance, differences.N),
            variance is null ? null : WholeSamples(Power.SamplesNeeded(variance, differences.Mean)));
    }

    // Beyond what an integer holds no dataset helps.
    private static int? WholeSamples(double samples) => samples < int.MaxValue ? (int)Math.Ceiling(samples) : null;

    private static void Demand(ScoreTable table, string pipeline)
    {
        if (!table.Pipelines.Contains(pipeline))
            throw new ArgumentException($"pipeline {pipeline}: not in this run, which has {string.Join(", ", table.Pipelines)}.", nameof(pipeline));
    }
}
