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
        : this(values.Mean, values.StandardError, Replicates(values.Clusters, draws))
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
    public double? P() => Math.Min(1, 2 * Math.Min(Above(0) ?? 1, Below(0) ?? 1)) is var p && standardError > 0 ? p : null;

    /// <summary>One-sided p of the hypothesis that the mean is at most <paramref name="bound"/>: at most α exactly when the lower end of the interval at 1 − 2α is not below it. Absent when nothing varies.</summary>
    public double? Above(double bound) => standardError > 0 ? Share(ascending.Length - FirstFrom(Seen(bound))) : null;

    /// <summary>One-sided p of the hypothesis that the mean is at least <paramref name="bound"/>.</summary>
    public double? Below(double bound) => standardError > 0 ? Share(FirstBeyond(Seen(bound))) : null;

    private double Seen(double bound) => (mean - bound) / standardError;

    private double Share(int draws) => Math.Max(1.0, draws) / (ascending.Length - 1);

    private int FirstFrom(double t) => First(i => ascending[i] >= t);

    private int FirstBeyond(double t) => First(i => ascending[i] > t);

    // The first place at which a condition holds that, once it holds, goes on.
    private int First(Func<int, bool> holds)
    {
        var (low, high) = (0, ascending.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(middle) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private double? Limit(double t) => double.IsFinite(t) ? mean - (t * standardError) : null;

    private static double[] Replicates(ReadOnlySpan<ClusterTotal> clusters, ClusterDraws draws)
    {
        var drawn = draws.Of(clusters.Length);
        var replicates = new double[draws.Count];
        for (var i = 0; i < replicates.Length; i++)
            replicates[i] = Replicate(clusters, drawn.Slice(i * clusters.Length, clusters.Length));
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
