using EvalHarness.Comparisons;
using EvalHarness.Metrics;

namespace EvalHarness.Decisions.Sweeps;

/// <summary>Decides what points are weighed by: the objective, and cost and latency where they say something of the points.</summary>
internal sealed class SweepAxes(RunFigures figures, IReadOnlyList<FamilyBadge> badges)
{
    public const string Cost = "cost-usd";
    public const string Latency = "latency-service-ms";

    // Answers out of the response cache have no time: quantiles of other rows are no comparison.
    private const double LeastShareOfTimes = 0.9;

    /// <returns>The objective first, which always counts.</returns>
    public IReadOnlyList<SweepAxis> Of(IReadOnlyList<SweepPoint> points, SweepAim aim) =>
    [
        new SweepAxis(aim.Objective.Id, aim.Objective.Direction, LeftOut: null),
        .. aim.Objective.Id == Cost ? [] : new[] { new SweepAxis(Cost, Direction.Lower, WithoutCost(points)) },
        .. aim.Objective.Id == Latency ? [] : new[] { new SweepAxis($"{Latency}:{aim.Quantile}", Direction.Lower, WithoutLatency(points)) },
    ];

    private string? WithoutCost(IReadOnlyList<SweepPoint> points) =>
        NotMeaningful("cost") ?? (points.All(p => figures.Estimate(p.Name, Cost) is not null) ? null : "not every point's cost is known");

    private string? WithoutLatency(IReadOnlyList<SweepPoint> points)
    {
        int[] timed = [.. points.Select(p => figures.Find(p.Name, Latency)?.Counts.Scored ?? 0)];
        return NotMeaningful("latency")
            ?? (timed.Min() == 0 ? "not every point has times"
            : timed.Min() < LeastShareOfTimes * timed.Max() ? "points have times of unlike rows: some answers came out of the response cache, or failed"
            : null);
    }

    private string? NotMeaningful(string family) => badges.FirstOrDefault(b => b.Family == family && b.Badge == Badge.NotMeaningful)?.Why.TrimEnd('.');
}
