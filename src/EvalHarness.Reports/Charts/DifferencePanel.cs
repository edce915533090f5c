using EvalHarness.Comparisons;
using EvalHarness.Reports.Wording;
using EvalHarness.Statistics;
using ScottPlot;

namespace EvalHarness.Reports.Charts;

/// <summary>One metric: each pipeline's difference from the baseline with its interval, and the line of no difference.</summary>
internal static class DifferencePanel
{
    private const float RowHeight = 23;
    private const float AxisHeight = 24;

    /// <param name="comparisons">Of one metric; at least one, each with a difference.</param>
    /// <param name="withLabels">The first panel of a row names the pipelines for all.</param>
    public static Panel Draw(RunReport report, IReadOnlyList<PairedComparison> comparisons, bool withLabels)
    {
        var metric = comparisons[0].Metric;
        List<string> pipelines = [.. report.Pipelines];
        var names = pipelines.ConvertAll(p => withLabels ? ChartFont.Shorten(p, ChartStyle.TextSize, ChartStyle.MostLabelWidth) : "");
        var numbers = pipelines.ConvertAll(p => comparisons.FirstOrDefault(c => c.Candidate == p) is { } c ? Figure.OfDifference(c.Difference!.Value, metric.Unit) : p == comparisons[0].Baseline ? "baseline" : "–");
        var labels = names.Max(n => ChartFont.Width(n, ChartStyle.TextSize));
        var plot = ChartStyle.Plot(new PixelPadding(labels + 10, numbers.Max(n => ChartFont.Width(n, ChartStyle.TextSize)) + 14, AxisHeight, 2));
        plot.AddPipelines(pipelines, names, numbers);

        var scale = Scale.OfDifferences(metric.Unit, [.. comparisons.SelectMany(c => c.Difference!.Places())]);
        scale.Apply(plot.Axes.Bottom);
        plot.Add.VerticalLine(0, 1, ChartStyle.Muted);
        var marks = new PipelineMarks(report.Pipelines);
        foreach (var comparison in comparisons)
            plot.AddInterval(comparison.Difference!, PipelineAxis.RowOf(pipelines, comparison.Candidate), scale, marks.Of(comparison.Candidate));
        return new Panel(MetricCatalogue.For(metric, metric.Id).Label, metric.Hint(), plot, (pipelines.Count * RowHeight) + AxisHeight, labels)
        {
            ShortHint = metric.Direction == Metrics.Direction.Higher ? "↑" : "↓",
        };
    }
}
