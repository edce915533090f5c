namespace EvalHarness.Statistics;

/// <summary>How many independent samples would know as much as these clustered ones.</summary>
/// <remarks>
/// n / design effect, times (t_{n−1} / t_{C−1})² because the design effect rests on C clusters, and never more than n.
/// Where all values are equal the design effect cannot be seen and counts as 1. Source: Korn and Graubard 1998, Survey Methodology 24(2).
/// </remarks>
public static class EffectiveSize
{
    public static double Of(ClusteredValues values, double confidence)
    {
        if (!values.IsClustered)
            return values.N;
        if (values.ClusterCount < 2)
            return 1;

        var reach = Probability.StudentReach(confidence, values.N - 1) / Probability.StudentReach(confidence, values.ClusterCount - 1);
        return Math.Min(values.N, values.N / DesignEffect(values) * reach * reach);
    }

    /// <summary>How much wider clusters make the variance of the mean: 1 when they do not matter.</summary>
    public static double DesignEffect(ClusteredValues values)
    {
        var (clustered, naive) = (values.StandardError, values.NaiveStandardError);
        return clustered > 0 && naive > 0 ? clustered * clustered / (naive * naive) : 1;
    }
}
