namespace EvalHarness.Statistics;

/// <summary>The interval of a figure that is no mean, from what becomes of it when each cluster in turn is left out.</summary>
/// <remarks>
/// SE² = (C−1)/C Σ (θ₋c − mean θ₋c)²; t with C − 1 degrees of freedom. For smooth functions of counts, such as an F1; not for quantiles. Each cluster is visited once, so it serves a million of
/// them, where a bootstrap would need two thousand draws of a million. Source: Efron and Tibshirani 1993, chapter 11.
/// </remarks>
public static class Jackknife
{
    /// <param name="leftOut">The figure without each cluster.</param>
    /// <returns>Without ends when there are fewer than 6 clusters.</returns>
    public static Interval Of(double value, IReadOnlyList<double> leftOut, double confidence)
    {
        double clusters = leftOut.Count;
        if (clusters < MeanEstimator.FewestClusters)
            return Interval.Unbounded;
        var mean = leftOut.Average();
        var error = Math.Sqrt((clusters - 1) / clusters * leftOut.Sum(l => (l - mean) * (l - mean)));
        var reach = Probability.StudentReach(confidence, leftOut.Count - 1) * error;
        return new Interval(value - reach, value + reach);
    }
}
