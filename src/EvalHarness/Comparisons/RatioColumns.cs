using EvalHarness.Diagnosis;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Comparisons;

/// <summary>A metric that is the ratio of two columns' means.</summary>
internal static class RatioColumns
{
    /// <remarks>Over the samples whose lower value counts; a failed one counts there as the worst and, its cost being unknown, not above.</remarks>
    /// <returns>Absent when a mean has no value or the lower one is 0; without ends when the clusters are too few.</returns>
    public static Estimate? Ratio(ScoreTable table, ScoreColumn above, ScoreColumn below, Slice slice, double confidence)
    {
        var samples = slice.Samples
            .Select(s => (above.MeanOf(s), below.MeanOf(s), table.Samples[s].ClusterIndex))
            .Where(s => s.Item2 is not null)
            .ToList();
        if (RatioMoments.Of(samples) is not { Denominator: > 0 } moments)
            return null;

        var interval = moments.Clusters < MeanEstimator.FewestClusters ? Interval.Unbounded : Fieller.Of(moments, confidence);
        return interval.Around(moments.Numerator / moments.Denominator, confidence, "fieller", moments.N);
    }

    public static OutcomeCounts Counts(ScoreColumn above, ScoreColumn below, Slice slice)
    {
        var outcomes = slice.Samples
            .SelectMany(s => Enumerable.Range(0, above.Repeats).Select(r => CostOfPass.Combine(above.OutcomeOf(s, r), below.OutcomeOf(s, r))))
            .OfType<Outcome>()
            .CountBy(o => o)
            .ToDictionary();
        return new(
            outcomes.GetValueOrDefault(Outcome.Scored),
            outcomes.GetValueOrDefault(Outcome.NotApplicable),
            outcomes.GetValueOrDefault(Outcome.NotScored),
            outcomes.GetValueOrDefault(Outcome.Failed));
    }
}
