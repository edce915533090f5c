using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Gates;

/// <summary>The samples on which a metric has a value for both sides; repeats are averaged before. Values point upwards: higher is better.</summary>
/// <param name="Rows">Candidate, baseline, cluster.</param>
internal sealed record PairedRows(Metric Metric, IReadOnlyList<(double Candidate, double Baseline, int Cluster)> Rows)
{
    private double Sign => Metric.Direction is Direction.Higher ? 1 : -1;

    public int N => Rows.Count;

    public int Clusters => Rows.Select(r => r.Cluster).Distinct().Count();

    public int Wins => Rows.Count(r => r.Candidate > r.Baseline);

    public int Losses => Rows.Count(r => r.Candidate < r.Baseline);

    /// <summary>As the metric has it, not turned.</summary>
    public double? CandidateMean => N == 0 ? null : Rows.Average(r => r.Candidate) * Sign;

    public double? BaselineMean => N == 0 ? null : Rows.Average(r => r.Baseline) * Sign;

    public static PairedRows Of(GateRun run, Metric metric, string slice)
    {
        var (candidate, baseline) = (run.Candidate, run.Baseline);
        var places = baseline.Scores.Samples.Select((s, place) => (s.Id, place)).ToDictionary(s => s.Id, s => s.place, StringComparer.Ordinal);
        var (one, other) = (candidate.Column(metric.Id), baseline.Column(metric.Id));
        var sign = metric.Direction is Direction.Higher ? 1 : -1;
        List<(double, double, int)> rows = [];
        foreach (var sample in candidate.Scores.Slices.FirstOrDefault(s => s.Name == slice)?.Samples ?? [])
            if (places.TryGetValue(candidate.Scores.Samples[sample].Id, out var place) && one?.MeanOf(sample) is { } value && other?.MeanOf(place) is { } than)
                rows.Add((sign * value, sign * than, candidate.Scores.Samples[sample].ClusterIndex));
        return new PairedRows(metric, rows);
    }

    /// <param name="raise">What is added to each difference, as a share of the baseline's value: a relative margin.</param>
    public ClusteredValues Differences(double raise = 0) => new(Rows.Select(r => r.Candidate - r.Baseline + (raise * Math.Abs(r.Baseline))), Rows.Select(r => r.Cluster));

    /// <summary>An estimate that points upwards, as the metric has it.</summary>
    public Estimate AsMeasured(Estimate estimate) =>
        Sign > 0 ? estimate : estimate with { Value = -estimate.Value, Low = -estimate.High, High = -estimate.Low };
}
