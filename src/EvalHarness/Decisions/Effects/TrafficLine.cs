using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Effects;

/// <summary>Right answers as the user's own traffic would see them: slices count by its shares, not by the gold set's.</summary>
/// <param name="Against">The arm that it is held against; absent of an arm's own share.</param>
/// <param name="Right">A share, or first − second.</param>
/// <param name="P">Two-sided, Holm over all pairs; absent of a share, and where nothing varies.</param>
public sealed record TrafficLine(Arm Arm, Arm? Against, Estimate Right, double? P)
{
    /// <summary>Whether one is shown to be better.</summary>
    public bool IsShown => Against is not null && P <= 0.05 && Right is { Low: > 0 } or { High: < 0 };
}
