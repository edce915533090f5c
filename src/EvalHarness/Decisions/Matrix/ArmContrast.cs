using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Matrix;

/// <summary>Two arms on the same samples, by one criterion.</summary>
/// <param name="Difference">First − second; absent with fewer than 6 clusters.</param>
/// <param name="P">Two-sided.</param>
/// <param name="PAdjusted">Holm, over every contrast of the matrix.</param>
/// <param name="Margin">Too small to matter, in the measure's unit.</param>
/// <param name="NNeeded">Samples that would find a difference of the margin with 80 % power; absent when nothing varies.</param>
/// <param name="Better">The one that is shown to be better: its interval excludes 0, and the adjusted p agrees; absent when neither is.</param>
public sealed record ArmContrast(Arm First, Arm Second, int N, int Clusters, Estimate? Difference, double? P, double? PAdjusted, double Margin, int? NNeeded, Arm? Better)
{
    /// <summary>Whether the whole interval is too small to matter.</summary>
    public bool IsEqual => Difference is { Low: { } low, High: { } high } && low >= -Margin && high <= Margin;

    public bool IsOf(Arm arm) => First == arm || Second == arm;
}
