using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Reports.Wording;
using EvalHarness.Statistics;
using ScottPlot;

namespace EvalHarness.Reports.Charts;

/// <summary>What a pipeline costs and how often it is right: one point each, with both intervals.</summary>
internal sealed class QualityAgainstCostChart : IChart
{
    private const string Cost = "cost-usd";
    private const float Height = 400;


    public string Name => "quality-against-cost";

    public Sheet? Draw(RunReport report)
    {
        var quality = AnswerCorrectness.OrNext.FirstOrDefault(q => Points(report, q).Count > 0);
        if (quality is null)
            return null;
        var points = Points(report, quality);
        var label = MetricCatalogue.For(quality).Label;
        return new Sheet
        {
            Title = "Quality against cost",
            Subtitle = $"{report.Questions()}. Better is up and to the left. Lines are {report.Confidence(quality)} intervals, across for cost and upright for quality.",
            AltText = $"One point per pipeline. {label}: {points.Select(p => p.Quality).InWords()}. Cost per question: {points.Select(p => p.Cost).InWords()}.",
            Legend = [.. new PipelineMarks(report.Pipelines).Legend().Where(l => points.Any(p => p.Quality.Pipeline == l.Of))],
            Rows = [[new Panel(label, "against cost per question", Plot(report, points), Height)]],
            Badges = report.BadgesFor([Cost, quality]),
            Note = points.Select(p => p.Cost).Note(),
        };
    }

    private static List<(MetricSummary Quality, MetricSummary Cost)> Points(RunReport report, string quality) =>
    [
        .. from cost in report.Estimated(Cost)
           where cost.Estimate!.Value > 0
           from good in report.Estimated(quality)
           where good.Pipeline == cost.Pipeline
           select (good, cost),
    ];

    private static Plot Plot(RunReport report, List<(MetricSummary Quality, MetricSummary Cost)> points)
    {
        var plot = ChartStyle.Plot(new PixelPadding(52, 20, 44, 4));
        var costs = Scale.Log(Unit.Usd, [.. points.SelectMany(p => p.Cost.Estimate!.Places()).Where(v => v > 0)]);
        costs.Apply(plot.Axes.Bottom);
        plot.Axes.Bottom.Label.Text = "US dollars per question, log scale";
        Upright(plot, [.. points.SelectMany(p => p.Quality.Estimate!.Places())]);

        var marks = new PipelineMarks(report.Pipelines);
        foreach (var (quality, cost) in points)
            AddPoint(plot, costs, quality.Estimate!, cost.Estimate!, marks.Of(quality.Pipeline, size: 13));
        return plot;
    }

    private static void Upright(Plot plot, IReadOnlyList<double> values)
    {
        new Scale(Unit.Ratio, Math.Max(values.Min() - 0.05, -0.03), Math.Min(values.Max() + 0.05, 1.03)).Apply(plot.Axes.Left);
        plot.Grid.YAxisStyle.IsVisible = true;
    }

    private static void AddPoint(Plot plot, Scale costs, Estimate quality, Estimate cost, MarkerStyle mark)
    {
        plot.AddInterval(cost, quality.Value, costs, mark);
        if (quality is { Low: { } low, High: { } high })
        {
            var line = plot.Add.Line(costs.At(cost.Value), low, costs.At(cost.Value), high);
            (line.LineColor, line.LineWidth, line.MarkerSize) = (mark.FillColor.InterpolateRgb(Colors.White, 0.25), 3, 0);
        }

        plot.AddMark(costs.At(cost.Value), quality.Value, mark);
    }
}
