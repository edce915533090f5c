namespace EvalHarness.Statistics;

/// <summary>The t interval and test of a mean with clusters as the independent units; without clusters, of paired differences, the paired t.</summary>
/// <remarks>Needs at least two clusters; at fewer than 6 nothing should be concluded from it. Source: Miller 2024, arXiv:2411.00640; C − 1 degrees of freedom.</remarks>
public static class ClusteredT
{
    public static Interval Of(ClusteredValues values, double confidence)
    {
        var reach = Probability.StudentReach(confidence, values.ClusterCount - 1) * values.StandardError;
        return new(values.Mean - reach, values.Mean + reach);
    }

    /// <summary>Two-sided, of mean 0; absent when nothing varies.</summary>
    public static double? P(ClusteredValues values) =>
        values.StandardError > 0 ? 2 * Probability.StudentTail(Math.Abs(values.Mean / values.StandardError), values.ClusterCount - 1) : null;
}
