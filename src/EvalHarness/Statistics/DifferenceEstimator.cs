namespace EvalHarness.Statistics;

/// <summary>Chooses the interval and test of a paired difference from the kind of values, their clusters and their number; docs/metrics.md has the same as a table.</summary>
public static class DifferenceEstimator
{
    /// <param name="differences">Candidate − baseline, one per sample.</param>
    /// <param name="range">Of the values themselves; absent for values without bounds, such as times.</param>
    /// <param name="confidence">Two-sided: 0.95.</param>
    /// <returns>Absent with fewer than 6 clusters.</returns>
    public static IDifferenceMethod? Of(ClusteredValues differences, ValueRange? range, double confidence, ClusterDraws draws)
    {
        if (differences.ClusterCount < MeanEstimator.FewestClusters)
            return null;
        if (range is { } ends && differences.Values.All(d => d == 0 || Math.Abs(d) == ends.Width))
            return new RateDifference(differences, ends.Width, confidence);
        if (SignDifference.Of(differences, range, confidence) is { } constant)
            return constant;
        return range is not null && differences.ClusterCount < MeanEstimator.ManyClusters
            ? new BootstrapDifference(differences, range, confidence, draws)
            : new StudentDifference(differences, range, confidence);
    }
}
