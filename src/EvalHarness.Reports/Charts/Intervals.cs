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

    private static void AddReach(this Plot plot, double from, double? to, double edge, double y, Color color)
    {
        var line = plot.Add.Line(from, y, to ?? edge, y);
        line.LineColor = color.InterpolateRgb(Colors.White, 0.25);
        line.LineWidth = 3;
        line.LinePattern = to is null ? LinePattern.Dotted : LinePattern.Solid;
        line.MarkerSize = 0;
    }
}
