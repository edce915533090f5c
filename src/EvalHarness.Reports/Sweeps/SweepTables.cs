using EvalHarness.Comparisons;
using EvalHarness.Decisions.Sweeps;
using EvalHarness.Metrics;
using EvalHarness.Reports.Wording;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Sweeps;

/// <summary>The tables of a sweep: figures by point, points against the best, and figures by slice.</summary>
public static class SweepTables
{
    /// <summary>A row per point.</summary>
    /// <param name="withParameters">A column for each parameter besides the name.</param>
    public static WordTable Figures(SweepResult result, bool withParameters)
    {
        var names = Names(result, Slice.All);
        return new WordTable(
            ["", .. withParameters ? result.Grid.Parameters : [], "front", .. names.Select(n => Head(n, result) + Rows(n, result))],
            [.. result.Choice.Points.Select(p => Row(p, result, names, withParameters))]);
    }

    /// <summary>A row per point but the best; the time that it adds, where points have times.</summary>
    public static WordTable AgainstBest(SweepResult result)
    {
        var unit = result.Aim.Objective.Unit;
        var isTimed = result.Choice.Points.Any(p => p.AgainstBest?.AddedTime is not null);
        return new WordTable(
            [$"against {result.Choice.Best.Name}", "difference, 95 %", "n", "shown", "p of no difference", $"p of {Figure.Width(result.Aim.Tolerance, unit)} worse or more", .. isTimed ? [$"added to: {Head($"latency-service-ms:{result.Aim.Quantile}", result)}"] : Array.Empty<string>()],
            [.. result.Choice.Points.Where(p => p.Standing is not PointStanding.Best).Select(p => AgainstBest(p, unit, isTimed))]);
    }

    /// <summary>A table per figure with a column for each value of the tag; none when no slices were asked for.</summary>
    public static IReadOnlyList<WordTable> BySlice(SweepResult result)
    {
        List<PointFigure> sliced = [.. result.Choice.Points.SelectMany(p => p.Figures).Where(f => f.Slice != Slice.All)];
        if (sliced.Count == 0)
            return [];
        var tag = sliced[0].Slice.Split('=', 2)[0];
        string[] values = [.. TagOrder.Of(sliced.Select(f => f.Slice[(tag.Length + 1)..]))];
        return [.. sliced.Select(f => f.Name).Distinct(StringComparer.Ordinal).Select(name => BySlice(result, name, tag, values))];
    }

    private static WordTable BySlice(SweepResult result, string name, string tag, string[] values) => new(
        [Head(name, result), .. values.Select(v => $"{tag} {v}")],
        [.. result.Choice.Points.Select(p => (IReadOnlyList<string>)[SweepWords.Name(p.Point), .. values.Select(v => Cell(p.Figure(name, $"{tag}={v}"), withInterval: true, withRows: true))])]);

    private static IReadOnlyList<string> Names(SweepResult result, string slice) =>
        [.. result.Choice.Points.SelectMany(p => p.Figures).Where(f => f.Slice == slice).Select(f => f.Name).Distinct(StringComparer.Ordinal)];

    private static IReadOnlyList<string> Row(PointResult point, SweepResult result, IReadOnlyList<string> names, bool withParameters) =>
    [
        SweepWords.Name(point.Point),
        .. withParameters ? point.Point.Values.Select(v => v ?? "default") : [],
        Front(point, result.Choice),
        .. names.Select(n => Cell(point.Figure(n), withInterval: point.Figure(n)?.Unit is Unit.Ratio or Unit.YesNo or Unit.Signed || n == result.Aim.Objective.Id, withRows: Rows(n, result).Length == 0)),
    ];

    // Best and chosen are on the front, both.
    private static string Front(PointResult point, SweepChoice choice) =>
        point.Point == choice.Chosen ? "CHOSEN" : point.Point == choice.Best ? "best" : point.IsOnFront ? "yes" : "";

    private static IReadOnlyList<string> AgainstBest(PointResult point, Unit unit, bool isTimed) =>
    [
        SweepWords.Name(point.Point),
        Difference(point.AgainstBest?.Difference, unit),
        point.AgainstBest is { Difference.N: var n } ? Figure.Count(n) : "–",
        SweepWords.Standing(point.Standing),
        point.AgainstBest?.P is { } p ? Figure.P(p) : "–",
        point.AgainstBest?.PWithin is { } within ? Figure.P(within) : "–",
        .. isTimed ? [Difference(point.AgainstBest?.AddedTime, Unit.Milliseconds)] : Array.Empty<string>(),
    ];

    private static string Difference(Estimate? difference, Unit unit) => difference switch
    {
        null => "–",
        { Low: null, High: null } => $"{Figure.OfDifference(difference.Value, unit)} (too few rows)",
        _ => $"{Figure.OfDifference(difference.Value, unit)} {Figure.IntervalOfDifference(difference, unit)}",
    };

    private static string Head(string name, SweepResult result)
    {
        var words = name == result.Aim.Objective.Id ? MetricCatalogue.For(result.Aim.Objective, name) : MetricCatalogue.For(name);
        var badge = result.Badges.FirstOrDefault(b => b.Family == words.Family);
        return badge is null ? words.Label : $"{words.Label} ({BadgeWords.Of(badge.Badge)})";
    }

    // Said once where it is the same of every point.
    private static string Rows(string name, SweepResult result)
    {
        List<string> rows = [.. result.Choice.Points.Select(p => p.Figure(name)).OfType<PointFigure>().Select(Rows).Distinct(StringComparer.Ordinal)];
        return rows is [var only] ? $", n {only}" : "";
    }

    private static string Rows(PointFigure figure) => $"{Figure.Count(figure.Scored)}/{Figure.Count(figure.Applicable)}";

    private static string Cell(PointFigure? figure, bool withInterval, bool withRows) => figure?.Estimate is { } estimate
        ? $"{Figure.Of(estimate.Value, figure.Unit)}{(withInterval ? $" {Figure.Interval(estimate, figure.Unit)}" : "")}{(withRows ? $" n {Rows(figure)}" : "")}"
        : "–";
}
