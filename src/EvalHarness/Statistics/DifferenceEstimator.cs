namespace EvalHarness.Statistics;

/// <summary>Chooses the interval and test of a paired difference from the kind of values, their clusters and their number; docs/metrics.md has the same as a table.</summary>
public static class DifferenceEstimator
{
    /// <param name="differences">Candidate − baseline, one per sample.</param>
    /// <param name="range">Of the values themselves; absent for values without bounds, such as times.</param>
    /// <returns>Absent with fewer than 6 clusters.</returns>
    public static TestedDifference? Of(ClusteredValues differences, ValueRange? range, double confidence, ClusterDraws draws)
    {
        if (differences.ClusterCount < MeanEstimator.FewestClusters)
            return null;
        if (range is { } ends && differences.Values.All(d => d == 0 || Math.Abs(d) == ends.Width))
            return Rates(differences, ends.Width, confidence);
        if (range is not null && differences.ClusterCount < MeanEstimator.ManyClusters)
            return Bounded(differences, range, confidence, draws);

        var name = differences.IsClustered ? "clustered-t" : "paired-t";
        var interval = differences.StandardError > 0 ? ClusteredT.Of(differences, confidence) : Interval.Unbounded;
        return new(interval.Within(range?.OfDifference).Around(differences.Mean, confidence, name, differences.N), ClusteredT.P(differences), name);
    }

    private static TestedDifference Rates(ClusteredValues differences, double width, double confidence)
    {
        var share = EffectiveSize.Of(differences, confidence) / differences.N;
        var (wins, losses, n) = (share * differences.Values.Count(d => d > 0), share * differences.Values.Count(d => d < 0), share * differences.N);
        var name = differences.IsClustered ? "tango-effective-n" : "tango";
        var interval = Tango.Of(wins, losses, n, confidence).Rescaled(0, width);
        return new(interval.Around(differences.Mean, confidence, name, differences.N), Tango.P(wins, losses, n), $"{name}-score");
    }

    private static TestedDifference Bounded(ClusteredValues differences, ValueRange? range, double confidence, ClusterDraws draws)
    {
        var bootstrap = new StudentizedBootstrap(differences, draws);
        var interval = bootstrap.Of(confidence).Within(range?.OfDifference);
        return new(interval.Around(differences.Mean, confidence, "bootstrap-t", differences.N), bootstrap.P(), "bootstrap-t");
    }
}
