using EvalHarness.Statistics;
using ScottPlot;

namespace EvalHarness.Reports.Charts;

/// <summary>Draws estimates: a dot, a line as long as the interval, dashed where the data do not bound it.</summary>
internal static class Intervals
{
    public static void AddInterval(this Plot plot, Estimate estimate, double y, Scale scale, MarkerStyle mark)
    {
        plot.AddReach(scale.At(estimate.Value), estimate.Low is { } low ? scale.At(low) : null, scale.Low, y, mark.FillColor);
        plot.AddReach(scale.At(estimate.Value), estimate.High is { } high ? scale.At(high) : null, scale.High, y, mark.FillColor);
        plot.AddMark(scale.At(estimate.Value), y, mark);
    }

    /// <summary>All that must have room on an axis.</summary>
    public static IEnumerable<double> Places(this Estimate estimate) => new[] { estimate.Value, estimate.Low, estimate.High }.OfType<double>();

    public static void AddMark(this Plot plot, double x, double y, MarkerStyle mark) =>
        plot.Add.Marker(x, y).MarkerStyle = mark;

    // An open side is dotted by drawing its dots: the SVG canvas knows no line patterns.
    private static void AddReach(this Plot plot, double from, double? to, double edge, double y, Color color)
    {
        const int Dots = 12;
        if (to is { } end)
            plot.AddReachLine(from, end, y, color);
        else
            for (var dot = 0; dot < Dots; dot++)
                plot.AddReachLine(from + ((edge - from) * dot / Dots), from + ((edge - from) * (dot + 0.5) / Dots), y, color);
    }

    private static void AddReachLine(this Plot plot, double from, double to, double y, Color color)
    {
        var line = plot.Add.Line(from, y, to, y);
        line.LineColor = color.InterpolateRgb(Colors.White, 0.25);
        line.LineWidth = 3;
        line.MarkerSize = 0;
    }
}
