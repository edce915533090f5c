using EvalHarness.Statistics;
using ScottPlot;

namespace EvalHarness.Reports.Charts;

/// <summary>Draws estimates: a dot, a line as long as the interval, in dashes where the data do not bound it.</summary>
internal static class Intervals
{
    // As many would span the axis without gaps.
    private const int Dashes = 100;

    public static void AddInterval(this Plot plot, Estimate estimate, double y, Scale scale, MarkerStyle mark)
    {
        plot.AddReach(scale, estimate.Value, estimate.Low, scale.Low, y, mark.FillColor);
        plot.AddReach(scale, estimate.Value, estimate.High, scale.High, y, mark.FillColor);
        plot.AddMark(scale.At(estimate.Value), y, mark);
    }

    /// <summary>All that must have room on an axis.</summary>
    public static IEnumerable<double> Places(this Estimate estimate) => new[] { estimate.Value, estimate.Low, estimate.High }.OfType<double>();

    public static void AddMark(this Plot plot, double x, double y, MarkerStyle mark) =>
        plot.Add.Marker(x, y).MarkerStyle = mark;

    private static void AddReach(this Plot plot, Scale scale, double from, double? to, double edge, double y, Color color)
    {
        if (to is { } bound)
            plot.AddLine(scale.At(from), scale.At(bound), y, color);
        else
            plot.AddDashes(scale.At(from), edge, (scale.High - scale.Low) / Dashes, y, color);
    }

    // The library's own dashes are lost in SVG, where the line would look bounded.
    private static void AddDashes(this Plot plot, double from, double edge, double dash, double y, Color color)
    {
        var count = (int)Math.Ceiling(Math.Abs(edge - from) / (2 * dash));
        for (var i = 0; i < count; i++)
        {
            var start = from + (Math.Sign(edge - from) * 2 * dash * i);
            plot.AddLine(start, start + (Math.Sign(edge - from) * Math.Min(dash, Math.Abs(edge - start))), y, color);
        }
    }

    private static void AddLine(this Plot plot, double from, double to, double y, Color color)
    {
        var line = plot.Add.Line(from, y, to, y);
        line.LineColor = color.InterpolateRgb(Colors.White, 0.25);
        line.LineWidth = 3;
        line.MarkerSize = 0;
    }
}
