using EvalHarness.Comparisons;

namespace EvalHarness.Decisions.Sweeps;

/// <summary>What a sweep found of one point.</summary>
/// <param name="Figures">The objective first; the same of every point, slice <c>all</c> first.</param>
/// <param name="IsOnFront">Whether no other point is at least as good on every axis and better on one, by the estimates.</param>
/// <param name="AgainstBest">P values are adjusted over all points (Holm); absent of the best itself, and where there is no difference to tell.</param>
public sealed record PointResult(SweepPoint Point, IReadOnlyList<PointFigure> Figures, bool IsOnFront, PointStanding Standing, PointContrast? AgainstBest)
{
    /// <summary>Absent when the run has no such figure.</summary>
    public PointFigure? Figure(string name, string slice = Slice.All) => Figures.FirstOrDefault(f => f.Name == name && f.Slice == slice);
}
