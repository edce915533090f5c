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

    private bool HasTwin(Metric metric)
    {
        if (baselines.Metrics.FirstOrDefault(m => m.Id == metric.Id) is not { } twin)
            return false;
        return twin.DefinitionId == metric.DefinitionId ? true : throw UnlikeDefinitions.Of(metric, twin);
    }
}
