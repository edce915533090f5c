namespace EvalHarness.Statistics;

/// <summary>A quantile as a weighted mean of all values: smoother than one order statistic, for differences of quantiles. Source: Harrell and Davis 1982, Biometrika 69.</summary>
public static class HarrellDavis
{
    /// <param name="ascending">At least one value.</param>
    public static double Of(IReadOnlyList<double> ascending, double p)
    {
        var n = ascending.Count;
        var (a, b) = ((n + 1) * p, (n + 1) * (1 - p));
        double quantile = 0, before = 0;
        for (var i = 1; i <= n; i++)
        {
            var upTo = Probability.BetaCdf(a, b, (double)i / n);
            quantile += (upTo - before) * ascending[i - 1];
            before = upTo;
        }

        return quantile;
    }
}
