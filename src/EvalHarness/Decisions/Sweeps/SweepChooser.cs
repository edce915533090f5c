using EvalHarness.Comparisons;
using EvalHarness.Inputs;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Sweeps;

/// <summary>From a run whose pipelines are the points to the front and the choice.</summary>
/// <remarks>
/// The best is the best estimate of the objective. Every other point is compared with it, paired by sample, p values adjusted over the points (Holm 1979).
/// A cheaper point takes its place only when it is on the front and shown to be worse by less than the tolerance: not shown to be worse is no reason.
/// The best is the luckiest as well, so what these rows say of it is too good: rows that had no part in the choice must confirm it.
/// </remarks>
/// <param name="badges">Of the run: what is not meaningful weighs nothing.</param>
/// <param name="tag">Whose slices are told beside; none when absent.</param>
public sealed class SweepChooser(ScoreTable table, IReadOnlyList<MetricSummary> summaries, IReadOnlyList<FamilyBadge> badges, int seed, string? tag = null)
{
    private const double Alpha = 0.05;

    private readonly RunFigures figures = new(summaries);

    /// <summary>The objective that is meant where none is named: the best measure of correctness that the run has.</summary>
    public static string? DefaultObjective(IReadOnlyList<MetricSummary> summaries) =>
        AnswerCorrectness.OrNext.FirstOrDefault(id => summaries.Any(s => s.Name == id && s.Slice == Slice.All && s.Estimate is not null));

    /// <exception cref="InputException">No point has a value of the objective.</exception>
    public SweepChoice Choose(SweepGrid grid, SweepAim aim)
    {
        List<SweepPoint> valued = [.. grid.Points.Where(p => figures.Estimate(p.Name, aim.Objective.Id) is not null)];
        if (valued.Count == 0)
            throw new InputException(new InputProblem("--objective", $"no point has a value of {aim.Objective.Id} on these rows", "Name a metric that they are scored by."));
        var axes = new SweepAxes(figures, badges).Of(valued, aim);
        List<SweepAxis> used = [.. axes.Where(a => a.LeftOut is null)];
        List<SweepPoint> front = [.. valued.Zip(ParetoFront.Of([.. valued.Select(p => Losses(p, used))])).Where(p => p.Second).Select(p => p.First)];
        var best = First(front, used);
        var points = Results(grid, aim, front, best);
        return new SweepChoice(axes, points, best, Cheapest([.. points.Where(p => p.IsOnFront && p.Standing is PointStanding.Best or PointStanding.WithinTolerance)], used));
    }

    private static Comparer<IReadOnlyList<double>> Comparer { get; } = Comparer<IReadOnlyList<double>>.Create((one, other) =>
        one.Zip(other).Select(p => p.First.CompareTo(p.Second)).FirstOrDefault(c => c != 0));

    private IReadOnlyList<double> Losses(SweepPoint point, IEnumerable<SweepAxis> axes) => [.. axes.Select(a => a.Loss(figures.Estimate(point.Name, a.Name)!.Value))];

    // Money first, then time; where neither counts, the objective itself.
    private SweepPoint Cheapest(IReadOnlyList<PointResult> allowed, List<SweepAxis> used) =>
        First(allowed.Select(p => p.Point), [.. used.Skip(1), used[0]]);

    // Of equals the pipeline as it is: nothing need be changed.
    private SweepPoint First(IEnumerable<SweepPoint> points, IReadOnlyList<SweepAxis> axes) => points.OrderBy(p => Losses(p, axes), Comparer).ThenBy(p => !p.IsUnvaried).First();

    private IReadOnlyList<PointResult> Results(SweepGrid grid, SweepAim aim, List<SweepPoint> front, SweepPoint best)
    {
        var shown = new SweepFigures(figures, summaries, tag);
        var contrasts = Contrasts(grid, aim, best);
        return [.. grid.Points.Select(p => new PointResult(p, shown.Of(p, aim), front.Contains(p), Standing(p, best, contrasts.GetValueOrDefault(p), aim), contrasts.GetValueOrDefault(p)))];
    }

    // What does not vary stays in the family as p = 1: whether it would was not known beforehand.
    private Dictionary<SweepPoint, PointContrast> Contrasts(SweepGrid grid, SweepAim aim, SweepPoint best)
    {
        var (pairing, times) = (new PointPairing(table, aim, seed), new AddedTime(table, SweepAxes.Latency, AddedTime.Share(aim.Quantile), seed));
        List<(SweepPoint Point, PointContrast Contrast)> told = [];
        foreach (var point in grid.Points.Where(p => p != best))
            if (pairing.Contrast(point.Name, best.Name) is { } contrast)
                told.Add((point, contrast with { AddedTime = times.Of(point.Name, best.Name) }));
        var different = Holm.Adjust([.. told.Select(c => c.Contrast.P ?? 1)]);
        var within = Holm.Adjust([.. told.Select(c => c.Contrast.PWithin ?? 1)]);
        return told.Index().ToDictionary(c => c.Item.Point, c => c.Item.Contrast with { P = different[c.Index], PWithin = within[c.Index] });
    }

    private static PointStanding Standing(SweepPoint point, SweepPoint best, PointContrast? contrast, SweepAim aim)
    {
        if (point == best)
            return PointStanding.Best;
        if (contrast is null)
            return PointStanding.Unknown;
        if (contrast.PWithin <= Alpha)
            return PointStanding.WithinTolerance;
        var isWorse = aim.Objective.Direction is Direction.Higher ? contrast.Difference.High < 0 : contrast.Difference.Low > 0;
        return isWorse && contrast.P <= Alpha ? PointStanding.Worse : PointStanding.Open;
    }
}
