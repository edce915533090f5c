using EvalHarness.Decisions;
using EvalHarness.Decisions.Boundaries;
using EvalHarness.Metrics;
using EvalHarness.Reports.Wording;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace EvalHarness.Reports.Charts;

/// <summary>One circumstance: each pair's stretches.</summary>
internal static class BoundaryPanel
{
    private const float RowHeight = 26;
    private const float AxisHeight = 24;
    private const float Thick = 12;
    private const float Thin = 2;

    /// <param name="boundaries">Of one parameter; at least one.</param>
    public static Panel Draw(IReadOnlyList<Boundary> boundaries, Arms arms, PipelineMarks marks)
    {
        string[] names = [.. boundaries.Select(b => $"{ArmWords.Of(b.First)} or {ArmWords.Of(b.Second)}")];
        var labels = names.Max(n => ChartFont.Width(n, ChartStyle.TextSize));
        var plot = ChartStyle.Plot(new PixelPadding(labels + 10, 30, AxisHeight, 2));
        double[] rows = [.. boundaries.Select((_, i) => (double)(boundaries.Count - 1 - i))];
        plot.Axes.SetLimitsY(-0.6, boundaries.Count - 0.4);
        plot.Axes.Left.TickGenerator = new NumericManual(rows, names);

        var most = boundaries.Max(b => b.Regions[^1].To);
        var scale = Scale.For(UnitOf(boundaries[0].Parameter), [most]);
        scale.Apply(plot.Axes.Bottom);
        foreach (var (boundary, row) in boundaries.Zip(rows))
            foreach (var region in boundary.Regions)
                Stretch(plot, region, row, boundary.Winner(region) is { } winner ? marks.ColorOf(arms[winner]!) : null);
        if (boundaries[0].Given is { } given)
            plot.Add.VerticalLine(given, 2, ChartStyle.Ink);
        return new Panel(BoundaryWords.Label(boundaries[0].Parameter), $"decides: {BoundaryWords.Decides(boundaries[0].Parameter)}", plot, (boundaries.Count * RowHeight) + AxisHeight, labels);
    }

    private static Unit UnitOf(BoundaryParameter parameter) => parameter switch
    {
        BoundaryParameter.Volume => Unit.Number,
        BoundaryParameter.WrongAnswerUsd => Unit.Usd,
        _ => Unit.Ratio,
    };

    private static void Stretch(Plot plot, BoundaryRegion region, double row, Color? color)
    {
        var line = plot.Add.Line(region.From, row, region.To, row);
        (line.LineColor, line.LineWidth, line.MarkerSize) = (color ?? ChartStyle.Muted, color is null ? Thin : Thick, 0);
    }
}
