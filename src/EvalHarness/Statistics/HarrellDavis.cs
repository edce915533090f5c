namespace EvalHarness.Statistics;

/// <summary>A quantile as a weighted mean of all values: smoother than one order statistic, for differences of quantiles. Source: Harrell and Davis 1982, Biometrika 69.</summary>
public static class HarrellDavis
{
    /// <param name="ascending">At least one value.</param>
    public static double Of(IReadOnlyList<double> ascending, double p) => Weights(ascending.Count, p).Zip(ascending, (w, x) => w * x).Sum();

    /// <summary>Of <paramref name="n"/> ascending values; they sum to 1.</summary>
    public static double[] Weights(int n, double p)
    {
        var (a, b) = ((n + 1) * p, (n + 1) * (1 - p));
        var weights = new double[n];
        double before = 0;
        for (var i = 1; i <= n; i++)
        {
            var upTo = Probability.BetaCdf(a, b, (double)i / n);
            weights[i - 1] = upTo - before;
            before = upTo;
        }

        return weights;
    }
}
