using EvalHarness.Comparisons;
using EvalHarness.Reports.Wording;
using EvalHarness.Statistics;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace EvalHarness.Reports.Charts;

/// <summary>One tag: a group of dots with intervals for each of its values.</summary>
internal sealed class SlicePanel(string tag, IReadOnlyList<MetricSummary> summaries)
{
    private const float RowHeight = 13;
    private const float AxisHeight = 24;

    private readonly IReadOnlyList<string> values = [.. TagOrder.Of(summaries.Select(ValueOf))];

    public IReadOnlyList<MetricSummary> Summaries => summaries;

    public int ValueCount => values.Count;

    public string InWords() => string.Join(" ", values.Select(v => $"{tag} {v}: {summaries.Where(s => ValueOf(s) == v).InWords()}."));

    public float LabelWidth => Labels().Max(l => ChartFont.Width(l, ChartStyle.TextSize));

    /// <param name="width">Of the labels of all panels, so that they stand below each other.</param>
    public Panel Draw(RunReport report, float width)
    {
        var step = report.Pipelines.Count + 1;
        var plot = ChartStyle.Plot(new PixelPadding(width + 10, 12, AxisHeight, 2));
        plot.Axes.SetLimitsY(0, values.Count * step);
        plot.Axes.Left.TickGenerator = new NumericManual([.. values.Select((_, i) => Middle(i, step))], Labels());
        var scale = Scale.For(summaries[0].Metric.Unit, [.. summaries.Select(s => s.Estimate!.Value)]);
        scale.Apply(plot.Axes.Bottom);
        AddDots(plot, scale, report.Pipelines, step);
        return new Panel(tag, "", plot, (values.Count * step * RowHeight) + AxisHeight, width);
    }

    private string[] Labels() => [.. values.Select(v => $"{ChartFont.Shorten(v, ChartStyle.TextSize, ChartStyle.MostLabelWidth)} ({Figure.Count(summaries.First(s => ValueOf(s) == v).Counts.All)})")];

    private void AddDots(Plot plot, Scale scale, IReadOnlyList<string> pipelines, int step)
    {
        var marks = new PipelineMarks(pipelines);
        for (var i = 1; i < values.Count; i++)
            plot.Add.HorizontalLine((values.Count - i) * step, 1, ChartStyle.Rule);
        foreach (var summary in summaries)
        {
            var group = values.Index().First(v => v.Item == ValueOf(summary)).Index;
            var place = pipelines.Index().First(p => p.Item == summary.Pipeline).Index;
            plot.AddInterval(summary.Estimate!, Middle(group, step) + ((pipelines.Count - 1) / 2.0) - place, scale, marks.Of(summary.Pipeline, size: 8));
        }
    }

    private double Middle(int group, int step) => ((values.Count - group) * step) - (step / 2.0);

    private static string ValueOf(MetricSummary summary) => summary.Slice[(summary.Slice.IndexOf('=', StringComparison.Ordinal) + 1)..];
}
