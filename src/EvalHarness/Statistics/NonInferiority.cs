namespace EvalHarness.Statistics;

/// <summary>Tests that a candidate is worse by less than a margin; the hypothesis that they can refute is a difference of −margin or below.</summary>
/// <remarks>Differences are candidate − baseline, higher is better; a margin is positive. Each is the inverse of its one-sided interval: p ≤ α exactly when the lower bound at 1 − α lies above −margin.</remarks>
public static class NonInferiority
{
    /// <summary>One-sided p for paired rates. Source: Tango 1998; Liu et al. 2002, Statistics in Medicine 21.</summary>
    public static double P(double wins, double losses, double n, double margin) => Probability.NormalAbove(Tango.Score(wins, losses, n, -margin));

    /// <summary>One-sided p for a mean; absent when nothing varies.</summary>
    public static double? P(ClusteredValues differences, double margin) =>
        differences.StandardError > 0 ? Probability.StudentAbove((differences.Mean + margin) / differences.StandardError, differences.ClusterCount - 1) : null;
}
