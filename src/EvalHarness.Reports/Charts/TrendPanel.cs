using EvalHarness.Metrics;
using ScottPlot;

namespace EvalHarness.Reports.Charts;

/// <summary>A figure night by night, with the nights that matter marked.</summary>
internal static class TrendPanel
{
    public static readonly Color Alarm = Color.FromHex("#A3341F");

    private const float Height = 170;
    private const float AxisHeight = 26;
    private const int MostTicks = 8;

    /// <param name="lines">At least one has a point.</param>
    /// <param name="threshold">A level not to be crossed; absent when there is none.</param>
    public static Panel Draw(string title, string hint, Unit unit, IReadOnlyList<TrendLine> lines, double? threshold, int? onset, int? alarm)
    {
        var plot = ChartStyle.Plot(new PixelPadding(66, 12, AxisHeight, 6));
        var points = lines.SelectMany(l => l.Points).ToList();
        Limits(plot, unit, [.. points.Select(p => p.Value), .. threshold is { } level ? [level] : Array.Empty<double>()]);
        Nights(plot.Axes.Bottom, points.Min(p => p.Night), points.Max(p => p.Night));
        foreach (var line in lines.Where(l => l.Points.Count > 0))
        {
            var drawn = plot.Add.Scatter(line.Points.Select(p => (double)p.Night).ToArray(), line.Points.Select(p => p.Value).ToArray(), line.Color);
            (drawn.LineWidth, drawn.MarkerSize) = (1.6f, 5);
        }

        if (threshold is { } limit)
            Mark(plot.Add.HorizontalLine(limit), LinePattern.Dashed);
        if (onset is { } began)
            Mark(plot.Add.VerticalLine(began), LinePattern.Dotted);
        if (alarm is { } rang)
            Mark(plot.Add.VerticalLine(rang), LinePattern.Solid);
        return new Panel(title, hint, plot, Height);
    }

    private static void Mark(ScottPlot.Plottables.AxisLine line, LinePattern pattern) => (line.LineColor, line.LinePattern, line.LineWidth) = (Alarm, pattern, 1.4f);

    // Close up: a few points of a rate must be seen.
    private static void Limits(Plot plot, Unit unit, IReadOnlyList<double> values)
    {
        var (low, high) = (values.Min(), values.Max());
        var room = Math.Max(0.15 * (high - low), high == low ? Math.Max(0.02 * Math.Abs(high), unit is Unit.Ratio or Unit.YesNo ? 0.02 : 1e-6) : 0);
        new Scale(unit, low - room, high + room).Apply(plot.Axes.Left);
    }

    private static void Nights(IAxis axis, int first, int last)
    {
        (axis.Min, axis.Max) = (first - 0.5, last + 0.5);
        var step = Math.Max(1, (int)Math.Ceiling((last - first + 1) / (double)MostTicks));
        int[] nights = [.. Enumerable.Range(first, last - first + 1).Where(n => (n - first) % step == 0)];
        axis.TickGenerator = new ScottPlot.TickGenerators.NumericManual([.. nights.Select(n => (double)n)], [.. nights.Select(n => FormattableString.Invariant($"{n}"))]);
    }
}
