using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Comparisons;

/// <summary>The samples and metrics that two runs share; a run pairs with itself too.</summary>
internal sealed class SamplePairing
{
    private readonly ScoreTable candidates;
    private readonly ScoreTable baselines;

    // By the candidates' place; −1 where the other run has no such sample.
    private readonly int[] places;

    public SamplePairing(ScoreTable candidates, ScoreTable baselines)
    {
        (this.candidates, this.baselines) = (candidates, baselines);
        var byId = baselines.Samples.Select((sample, place) => (sample.Id, place)).ToDictionary(s => s.Id, s => s.place);
        places = [.. candidates.Samples.Select(s => byId.GetValueOrDefault(s.Id, -1))];
        Metrics = [.. candidates.Metrics.Where(m => m.IsCompared && HasTwin(m))];
    }

    public IReadOnlyList<Metric> Metrics { get; }

    /// <summary>Candidate − baseline of every sample on which the metric has a value for both.</summary>
    public ClusteredValues Differences(string candidate, string baseline, Metric metric, Slice slice)
    {
        var (one, other) = (candidates.Column(candidate, metric.Id)!, baselines.Column(baseline, metric.Id)!);
        return SliceValues.Of(slice, candidates, sample => places[sample] < 0 ? null : one.MeanOf(sample) - other.MeanOf(places[sample]));
    }

    /// <summary>Pearson's, of both sides' values; absent where a side never varies.</summary>
    public double? Correlation(string candidate, string baseline, Metric metric, Slice slice)
    {
        var (one, other) = (candidates.Column(candidate, metric.Id)!, baselines.Column(baseline, metric.Id)!);
        var (n, sumX, sumY, sumXX, sumYY, sumXY) = (0, 0.0, 0.0, 0.0, 0.0, 0.0);
        foreach (var sample in slice.Samples)
            if (places[sample] >= 0 && one.MeanOf(sample) is { } x && other.MeanOf(places[sample]) is { } y)
                (n, sumX, sumY, sumXX, sumYY, sumXY) = (n + 1, sumX + x, sumY + y, sumXX + (x * x), sumYY + (y * y), sumXY + (x * y));
        var spread = ((n * sumXX) - (sumX * sumX)) * ((n * sumYY) - (sumY * sumY));
        return spread > 1e-12 * sumXX * sumYY * n * n ? Math.Clamp(((n * sumXY) - (sumX * sumY)) / Math.Sqrt(spread), -1, 1) : null;
    }

    private bool HasTwin(Metric metric)
    {
        if (baselines.Metrics.FirstOrDefault(m => m.Id == metric.Id) is not { } twin)
            return false;
        return twin.DefinitionId == metric.DefinitionId ? true : throw UnlikeDefinitions.Of(metric, twin);
    }
}
