namespace EvalHarness.Decisions.Sweeps;

/// <summary>Which point a sweep chooses, and by what.</summary>
/// <param name="Axes">The objective first.</param>
/// <param name="Points">In the order of the grid.</param>
/// <param name="Best">The best estimate of the objective on the front.</param>
/// <param name="Chosen">The best, or a cheaper one on the front that is shown to be within the tolerance.</param>
public sealed record SweepChoice(IReadOnlyList<SweepAxis> Axes, IReadOnlyList<PointResult> Points, SweepPoint Best, SweepPoint Chosen)
{
    /// <summary>Those that count.</summary>
    public IEnumerable<SweepAxis> UsedAxes => Axes.Where(a => a.LeftOut is null);

    public PointResult Of(SweepPoint point) => Points.Single(p => p.Point == point);
}
