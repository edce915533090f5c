using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Sweeps;

/// <summary>Two points on the objective, paired by sample.</summary>
/// <param name="Difference">The first − the second, in the metric's unit.</param>
/// <param name="P">Two-sided, of no difference; absent when nothing varies.</param>
/// <param name="PWithin">One-sided, of the first being worse by the tolerance or more; absent when nothing varies.</param>
/// <param name="RowsNeeded">To show that one as good as the other is within the tolerance, in four of five cases; absent where that is unknown or beyond counting.</param>
public sealed record PointContrast(Estimate Difference, double? P, double? PWithin, int Clusters, int? RowsNeeded)
{
    /// <summary>What the first adds to the second's time to answer at the aim's quantile, in milliseconds; absent where they have no times.</summary>
    public Estimate? AddedTime { get; init; }
}
