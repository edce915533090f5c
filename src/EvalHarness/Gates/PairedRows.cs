using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Gates;

/// <summary>The samples on which a metric has a value for both sides; repeats are averaged before. Values point upwards: higher is better.</summary>
/// <param name="Rows">Candidate, baseline, cluster.</param>
/// <param name="InSlice">Samples of the slice, whether the metric means something for them or not.</param>
internal sealed record PairedRows(Metric Metric, IReadOnlyList<(double Candidate, double Baseline, int Cluster)> Rows, int InSlice)
{
    private double Sign => Metric.Direction is Direction.Higher ? 1 : -1;

    public int N => Rows.Count;

    public int Clusters => Rows.Select(r => r.Cluster).Distinct().Count();

    public int Wins => Rows.Count(r => r.Candidate > r.Baseline);

    public int Losses => Rows.Count(r => r.Candidate < r.Baseline);

    /// <summary>As the metric has it, not turned.</summary>
    public double? CandidateMean => N == 0 ? null : Rows.Average(r => r.Candidate) * Sign;

    public double? BaselineMean => N == 0 ? null : Rows.Average(r => r.Baseline) * Sign;

    /// <summary>A failed time, token count or sum counts as the largest that either side has for the candidate, and as the smallest for the baseline: nobody gains by failing.</summary>
    public static PairedRows Of(GateRun run, Metric metric, string slice)
    {
        var samples = run.Candidate.Scores.Slices.FirstOrDefault(s => s.Name == slice)?.Samples ?? [];
        if (run.Candidate.Column(metric.Id) is not { } one || run.Baseline.Column(metric.Id) is not { } other)
            return new PairedRows(metric, [], samples.Count);
        var (largest, smallest) = RowValues.Reach(samples, one, other);
        var worstFirst = metric.Direction is Direction.Lower ? (largest, smallest) : (smallest, largest);
        var (candidate, baseline) = (new RowValues(one, worstFirst.Item1), new RowValues(other, worstFirst.Item2));
        var places = run.BaselinePlaces;
        var sign = metric.Direction is Direction.Higher ? 1 : -1;
        List<(double, double, int)> rows = [];
        foreach (var sample in samples)
            if (places.TryGetValue(run.Candidate.Scores.Samples[sample].Id, out var place) && candidate.MeanOf(sample) is { } value && baseline.MeanOf(place) is { } than)
                rows.Add((sign * value, sign * than, run.Candidate.Scores.Samples[sample].ClusterIndex));
        return new PairedRows(metric, rows, samples.Count);
    }

    /// <param name="raise">What is added to each difference, as a share of the baseline's value: a relative margin.</param>
    public ClusteredValues Differences(double raise = 0) => new(Rows.Select(r => r.Candidate - r.Baseline + (raise * Math.Abs(r.Baseline))), Rows.Select(r => r.Cluster));

    /// <summary>An estimate that points upwards, as the metric has it.</summary>
    public Estimate AsMeasured(Estimate estimate) =>
        Sign > 0 ? estimate : estimate with { Value = -estimate.Value, Low = -estimate.High, High = -estimate.Low };
}
