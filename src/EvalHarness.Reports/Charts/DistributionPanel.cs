using EvalHarness.Metrics;
using EvalHarness.Reports.Wording;
using ScottPlot;

namespace EvalHarness.Reports.Charts;

/// <summary>The empirical distribution of a time, a curve per pipeline on a logarithmic axis.</summary>
internal static class DistributionPanel
{
    private const float Height = 230;

    // More points than pixels would only make the file large.
    private const int MostPoints = 400;

    private static readonly (string Quantile, double Share)[] Marked = [("p50", 0.5), ("p95", 0.95), ("p99", 0.99)];

    /// <summary>Absent when no pipeline has a positive value.</summary>
    public static Panel? Draw(RunReport report, string metric)
    {
        var curves = report.Pipelines
            .Select(p => (Pipeline: p, Values: report.Values(p, metric).SkipWhile(v => v <= 0).ToArray()))
            .Where(c => c.Values.Length > 0)
            .ToList();
        if (curves.Count == 0)
            return null;

        var plot = ChartStyle.Plot(new PixelPadding(52, 8, 44, 4));
        var scale = Scale.Log(Unit.Milliseconds, [.. curves.SelectMany(c => new[] { c.Values[0], c.Values[^1] })]);
        AddAxes(plot, scale);
        foreach (var (pipeline, values) in curves)
            AddCurve(plot, scale, report, metric, pipeline, values);
        return new Panel(MetricCatalogue.For(metric).Label, "further left is better", plot, Height);
    }

    private static void AddAxes(Plot plot, Scale scale)
    {
        scale.Apply(plot.Axes.Bottom);
        plot.Axes.Bottom.Label.Text = "milliseconds, log scale";
        Scale.For(Unit.Ratio, []).Apply(plot.Axes.Left);
        plot.Grid.YAxisStyle.IsVisible = true;
    }

    private static void AddCurve(Plot plot, Scale scale, RunReport report, string metric, string pipeline, double[] values)
    {
        var mark = new PipelineMarks(report.Pipelines).Of(pipeline, size: 8);
        var line = plot.Add.ScatterLine((Coordinates[])[new(scale.At(values[0]), 0), .. Ranks(values.Length).Select(i => new Coordinates(scale.At(values[i]), (i + 1.0) / values.Length))], mark.FillColor);
        line.LineWidth = 2;
        line.ConnectStyle = values.Length > MostPoints ? ConnectStyle.Straight : ConnectStyle.StepVertical;
        foreach (var (quantile, share) in Marked)
        {
            if (report.Estimated($"{metric}:{quantile}").FirstOrDefault(s => s.Pipeline == pipeline)?.Estimate is { } estimate)
                plot.AddMark(scale.At(estimate.Value), share, mark);
        }
    }

    private static IEnumerable<int> Ranks(int count) =>
        count <= MostPoints ? Enumerable.Range(0, count) : Enumerable.Range(0, MostPoints).Select(i => (int)((long)i * (count - 1) / (MostPoints - 1)));
}
