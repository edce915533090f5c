namespace EvalHarness.Statistics;

/// <summary>The bootstrap-t interval and test of a mean: whole clusters are drawn, and each draw is measured in its own standard errors.</summary>
/// <remarks>
/// An end is absent when draws without any variance reach it: the data do not bound it there.
/// Source: Efron and Tibshirani 1993, chapter 12; by cluster, Cameron, Gelbach and Miller 2008.
/// </remarks>
public sealed class StudentizedBootstrap
{
    private readonly double mean;
    private readonly double standardError;
    private readonly double[] ascending;

    public StudentizedBootstrap(ClusteredValues values, ClusterDraws draws)
        : this(values.Mean, values.StandardError, Replicates(values.Clusters, draws.Of(values.ClusterCount)))
    {
    }

    /// <param name="replicates">(drawn mean − mean) / its own standard error.</param>
    public StudentizedBootstrap(double mean, double standardError, IEnumerable<double> replicates)
    {
        this.mean = mean;
        this.standardError = standardError;
        ascending = [.. replicates];
        Array.Sort(ascending);
    }

    public Interval Of(double confidence)
    {
        if (standardError <= 0)
            return Interval.Unbounded;
        var tail = (1 - confidence) / 2;
        return new(Limit(Quantile.Of(ascending, 1 - tail)), Limit(Quantile.Of(ascending, tail)));
    }

    /// <summary>Two-sided, of mean 0: at most α exactly when the interval at 1 − α leaves 0 out. Absent when nothing varies.</summary>
    public double? P()
    {
        if (standardError <= 0)
            return null;
        var seen = mean / standardError;
        var tail = Math.Min(ascending.Count(t => t >= seen), ascending.Count(t => t <= seen));
        return Math.Min(1, 2.0 * Math.Max(1, tail) / (ascending.Length - 1));
    }

    private double? Limit(double t) => double.IsFinite(t) ? mean - (t * standardError) : null;

    private static double[] Replicates(ReadOnlySpan<ClusterTotal> clusters, ReadOnlySpan<int> draws)
    {
        var replicates = new double[ClusterDraws.Count];
        for (var i = 0; i < replicates.Length; i++)
            replicates[i] = Replicate(clusters, draws.Slice(i * clusters.Length, clusters.Length));
        return replicates;
    }

    private static double Replicate(ReadOnlySpan<ClusterTotal> clusters, ReadOnlySpan<int> drawn)
    {
        double sum = 0, size = 0, squares = 0, cross = 0, sizes = 0;
        foreach (var place in drawn)
        {
            ref readonly var cluster = ref clusters[place];
            sum += cluster.Residual;
            size += cluster.Size;
            squares += cluster.Residual * cluster.Residual;
            cross += cluster.Residual * cluster.Size;
            sizes += cluster.Size * cluster.Size;
        }

        var shift = sum / size;
        var variance = squares - (2 * shift * cross) + (shift * shift * sizes);
        return Studentized(shift, variance <= 1e-12 * squares ? 0 : variance, size, clusters.Length);
    }

    private static double Studentized(double shift, double variance, double size, int clusters) => (variance, shift) switch
    {
        ( > 0, _) => shift * size / Math.Sqrt(variance * clusters / (clusters - 1)),
        (_, > 0) => double.PositiveInfinity,
        (_, < 0) => double.NegativeInfinity,
        _ => 0,
    };
}
