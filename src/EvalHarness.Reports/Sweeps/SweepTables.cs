using System.Globalization;
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
    public static SweepTable Figures(SweepResult result, bool withParameters)
    {
        var names = Names(result, Slice.All);
        return new SweepTable(
            ["", .. withParameters ? result.Grid.Parameters : [], .. names.Select(n => Head(n, result)), "front", ""],
            [.. result.Choice.Points.Select(p => Row(p, result, names, withParameters))]);
    }

    /// <summary>A row per point but the best.</summary>
    public static SweepTable AgainstBest(SweepResult result)
    {
        var unit = result.Aim.Objective.Unit;
        return new SweepTable(
            [$"against {result.Choice.Best.Name}", "difference, 95 %", "p of none", $"p of {Figure.Width(result.Aim.Tolerance, unit)} worse", ""],
            [.. result.Choice.Points.Where(p => p.Standing is not PointStanding.Best).Select(p => AgainstBest(p, unit))]);
    }

    /// <summary>A row per slice and point; absent when no slices were asked for.</summary>
    public static SweepTable? BySlice(SweepResult result)
    {
        string[] slices = [.. result.Choice.Points.SelectMany(p => p.Figures).Select(f => f.Slice).Where(s => s != Slice.All).Distinct(StringComparer.Ordinal)];
        if (slices.Length == 0)
            return null;
        var names = result.Choice.Points.SelectMany(p => p.Figures).Where(f => f.Slice != Slice.All).Select(f => f.Name).Distinct(StringComparer.Ordinal).ToList();
        return new SweepTable(
            ["slice", "", .. names.Select(n => Head(n, result))],
            [.. from slice in slices from point in result.Choice.Points select (IReadOnlyList<string>)[slice, SweepWords.Name(point.Point), .. names.Select(n => Cell(point.Figure(n, slice), withInterval: true))]]);
    }

    private static IReadOnlyList<string> Names(SweepResult result, string slice) =>
        [.. result.Choice.Points.SelectMany(p => p.Figures).Where(f => f.Slice == slice).Select(f => f.Name).Distinct(StringComparer.Ordinal)];

    private static IReadOnlyList<string> Row(PointResult point, SweepResult result, IReadOnlyList<string> names, bool withParameters) =>
    [
        SweepWords.Name(point.Point),
        .. withParameters ? point.Point.Values.Select(v => v ?? "default") : [],
        .. names.Select(n => Cell(point.Figure(n), withInterval: point.Figure(n)?.Unit is Unit.Ratio or Unit.YesNo or Unit.Signed || n == result.Aim.Objective.Id)),
        point.IsOnFront ? "yes" : "",
        string.Join(", ", Marks(point, result)),
    ];

    private static IEnumerable<string> Marks(PointResult point, SweepResult result)
    {
        if (point.Point == result.Choice.Chosen)
            yield return "CHOSEN";
        if (point.Point == result.Choice.Best && point.Point != result.Choice.Chosen)
            yield return "best";
    }

    private static IReadOnlyList<string> AgainstBest(PointResult point, Unit unit) =>
    [
        SweepWords.Name(point.Point),
        point.AgainstBest is { Difference: var d } ? $"{Figure.OfDifference(d.Value, unit)} {Figure.IntervalOfDifference(d, unit)}" : "–",
        point.AgainstBest?.P is { } p ? Figure.P(p) : "–",
        point.AgainstBest?.PWithin is { } within ? Figure.P(within) : "–",
        SweepWords.Standing(point.Standing),
    ];

    private static string Head(string name, SweepResult result)
    {
        var words = name == result.Aim.Objective.Id ? MetricCatalogue.For(result.Aim.Objective, name) : MetricCatalogue.For(name);
        var badge = result.Badges.FirstOrDefault(b => b.Family == words.Family);
        return badge is null ? words.Label : $"{words.Label} ({BadgeWords.Of(badge.Badge)})";
    }

    // Rows that lack a value are told beside it.
    private static string Cell(PointFigure? figure, bool withInterval)
    {
        if (figure?.Estimate is not { } estimate)
            return "–";
        var interval = withInterval ? $" {Figure.Interval(estimate, figure.Unit)}" : "";
        var rows = figure.Scored < figure.Applicable ? string.Create(CultureInfo.InvariantCulture, $" n {figure.Scored:N0}/{figure.Applicable:N0}") : "";
        return $"{Figure.Of(estimate.Value, figure.Unit)}{interval}{rows}";
    }
}
