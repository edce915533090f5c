namespace EvalHarness.Statistics;

/// <summary>The plainest bootstrap interval: the middle of the draws. Source: Efron 1979; Efron and Tibshirani 1993, chapter 13.</summary>
/// <remarks>Too narrow for means of few values, where <see cref="StudentizedBootstrap"/> is not. Of all nⁿ resamples it is the interval that more draws converge to.</remarks>
public static class PercentileBootstrap
{
    public static Interval Of(IEnumerable<double> replicates, double confidence)
    {
        double[] ascending = [.. replicates.Order()];
        return new(Quantile.Of(ascending, (1 - confidence) / 2), Quantile.Of(ascending, (1 + confidence) / 2));
    }

    /// <summary>How far draws lie from their mean, the root of the mean square.</summary>
    public static double StandardError(IReadOnlyList<double> replicates)
    {
        var mean = replicates.Average();
        return Math.Sqrt(replicates.Average(r => (r - mean) * (r - mean)));
    }
}
