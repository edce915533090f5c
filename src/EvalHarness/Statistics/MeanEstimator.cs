namespace EvalHarness.Statistics;

/// <summary>Chooses the interval of one pipeline's mean from the kind of values, their clusters and their number; docs/metrics.md has the same as a table.</summary>
public static class MeanEstimator
{
    /// <summary>With fewer clusters nothing is concluded.</summary>
    public const int FewestClusters = 6;

    /// <summary>From this many clusters on the t interval is used for bounded scores too.</summary>
    public const int ManyClusters = 100;

    /// <param name="range">Absent for values without bounds, such as times.</param>
    /// <returns>Absent when there are no values; without ends when the clusters are too few.</returns>
    public static Estimate? Of(ClusteredValues values, ValueRange? range, double confidence, ClusterDraws draws)
    {
        if (values.N == 0)
            return null;
        if (values.IsClustered && values.ClusterCount < FewestClusters)
            return Interval.Unbounded.Around(values.Mean, confidence, "too-few-clusters", values.N);
        if (range is { } ends && values.Values.All(v => v == ends.Low || v == ends.High))
            return Rate(values, ends, confidence);
        if (values.ClusterCount < FewestClusters)
            return Interval.Unbounded.Around(values.Mean, confidence, "too-few-rows", values.N);
        if (range is not null && values.ClusterCount < ManyClusters)
            return new StudentizedBootstrap(values, draws).Of(confidence).Within(range).Around(values.Mean, confidence, "bootstrap-t", values.N);
        return ClusteredT.Of(values, confidence).Within(range).Around(values.Mean, confidence, values.IsClustered ? "clustered-t" : "t", values.N);
    }

    private static Estimate Rate(ClusteredValues values, ValueRange ends, double confidence)
    {
        var rate = (values.Mean - ends.Low) / ends.Width;
        return Wilson.Of(rate, EffectiveSize.Of(values, confidence), confidence)
            .Rescaled(ends.Low, ends.Width)
            .Around(values.Mean, confidence, values.IsClustered ? "wilson-effective-n" : "wilson", values.N);
    }
}
