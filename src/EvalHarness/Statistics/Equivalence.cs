namespace EvalHarness.Statistics;

/// <summary>Two one-sided tests that a mean difference lies within ± a margin. Source: Schuirmann 1987.</summary>
/// <param name="Lower">P of the hypothesis that it is −margin or below: the non-inferiority test.</param>
/// <param name="Upper">P of the hypothesis that it is +margin or above.</param>
public sealed record Equivalence(double Lower, double Upper)
{
    /// <summary>Both must be refuted.</summary>
    public double P => Math.Max(Lower, Upper);

    /// <summary>Absent when nothing varies.</summary>
    public static Equivalence? Of(ClusteredValues differences, double margin)
    {
        if (differences.StandardError <= 0)
            return null;
        var (error, df) = (differences.StandardError, differences.ClusterCount - 1);
        return new(Probability.StudentAbove((differences.Mean + margin) / error, df), Probability.StudentAbove((margin - differences.Mean) / error, df));
    }
}
