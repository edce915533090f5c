using ScottPlot;
using ScottPlot.TickGenerators;

namespace EvalHarness.Reports.Charts;

/// <summary>A row per pipeline from top to bottom: names on the left, numbers on the right.</summary>
internal static class PipelineAxis
{
    /// <param name="numbers">By pipeline.</param>
    public static void AddPipelines(this Plot plot, IReadOnlyList<string> pipelines, IReadOnlyList<string> names, IReadOnlyList<string> numbers)
    {
        double[] rows = [.. pipelines.Select(p => RowOf(pipelines, p))];
        foreach (var axis in new[] { plot.Axes.Left, plot.Axes.Right })
            plot.Axes.SetLimitsY(-0.6, pipelines.Count - 0.4, axis);
        plot.Axes.Left.TickGenerator = new NumericManual(rows, [.. names]);
        plot.Axes.Right.TickGenerator = new NumericManual(rows, [.. numbers]);
        plot.Axes.Right.TickLabelStyle.ForeColor = ChartStyle.Muted;
    }

    /// <summary>The first pipeline is the highest.</summary>
    public static double RowOf(IReadOnlyList<string> pipelines, string pipeline) => pipelines.Count - 1 - pipelines.Index().First(p => p.Item == pipeline).Index;
}
