using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Reports.Wording;
using EvalHarness.Statistics;
using ScottPlot;

namespace EvalHarness.Reports.Charts;

/// <summary>One metric: a dot with its interval for every pipeline, and the numbers beside it.</summary>
internal static class IntervalPanel
{
    private const float RowHeight = 23;
    private const float AxisHeight = 24;

    // As wide as a digit, so that numbers stand below each other.
    private const char FigureSpace = '\u2007';

    /// <param name="name">At least one pipeline has a value.</param>
    /// <param name="withLabels">The first panel of a row names the pipelines for all.</param>
    public static Panel Draw(RunReport report, string name, bool withLabels)
    {
        var summaries = report.Estimated(name);
        var names = report.Pipelines.Select(p => withLabels ? ChartFont.Shorten(p, ChartStyle.TextSize, ChartStyle.MostLabelWidth) : "").ToList();
        var numbers = Numbers(report, name);
        var labels = names.Max(n => ChartFont.Width(n, ChartStyle.TextSize));
        var plot = ChartStyle.Plot(new PixelPadding(labels + 10, numbers.Max(n => ChartFont.Width(n, ChartStyle.TextSize)) + 14, AxisHeight, 2));
        plot.AddPipelines(report.Pipelines, names, numbers);

        var scale = Scale.For(summaries[0].Metric.Unit, [.. summaries.SelectMany(s => s.Estimate!.Places())]);
        scale.Apply(plot.Axes.Bottom);
        var marks = new PipelineMarks(report.Pipelines);
        foreach (var summary in summaries)
            plot.AddInterval(summary.Estimate!, PipelineAxis.RowOf(report.Pipelines, summary.Pipeline), scale, marks.Of(summary.Pipeline));
        return new Panel(MetricCatalogue.For(summaries[0].Metric, name).Label, summaries[0].Metric.Hint(), plot, (report.Pipelines.Count * RowHeight) + AxisHeight, labels)
        {
            ShortHint = summaries[0].Metric.Direction == Direction.Higher ? "↑" : "↓",
        };
    }

    /// <summary>The estimate and, behind it, rows scored of all rows; a dash where nothing could be scored.</summary>
    private static List<string> Numbers(RunReport report, string name)
    {
        var summaries = report.Pipelines.Select(p => report.Summaries.FirstOrDefault(s => s.Pipeline == p && s.Name == name && s.Slice == "all")).ToList();
        var values = Aligned(summaries, s => s.Estimate is { } estimate ? Figure.Of(estimate.Value, s.Metric.Unit) : "–", "100.0 %".Length);
        var most = Figure.Count(summaries.Max(s => s?.Counts.All ?? 0));
        var counts = Aligned(summaries, s => $"{Figure.Count(s.Counts.Scored)}/{Figure.Count(s.Counts.All)}", $"{most}/{most}".Length);
        return [.. values.Zip(counts, (value, count) => $"{value}{FigureSpace}{FigureSpace}{count}")];
    }

    private static List<string> Aligned(List<MetricSummary?> summaries, Func<MetricSummary, string> text, int least)
    {
        var texts = summaries.ConvertAll(s => s is null ? "" : text(s));
        return texts.ConvertAll(t => t.PadLeft(Math.Max(least, texts.Max(other => other.Length)), FigureSpace));
    }
}
