using EvalHarness.Comparisons;
using EvalHarness.Reports.Wording;
using EvalHarness.Statistics;
using ScottPlot;

namespace EvalHarness.Reports.Charts;

/// <summary>How much of each answer the corpus supports: all answers of a pipeline in one bar.</summary>
internal sealed class GroundednessChart : IChart
{
    private const string Metric = "groundedness-corpus";
    private const float RowHeight = 34;

    // From brown to green: apart for every common colour blindness, and none of them a pipeline's colour.
    private static readonly (string Label, Color Color)[] Bins =
    [
        ("none supported", Color.FromHex("#8C510A")),
        ("some, under half", Color.FromHex("#D8B365")),
        ("half or more", Color.FromHex("#80CDC1")),
        ("all supported", Color.FromHex("#01665E")),
        ("no claim made", Color.FromHex("#D0D7DE")),
        ("not scored or failed", Color.FromHex("#6E7781")),
    ];

    public string Name => "groundedness";

    public Sheet? Draw(RunReport report)
    {
        var summaries = report.Estimated(Metric);
        if (summaries.Count == 0)
            return null;
        var shares = summaries.ToDictionary(s => s, s => Shares(s.Counts, report.Values(s.Pipeline, Metric)));
        return new Sheet
        {
            Title = "Groundedness: how much of each answer the corpus supports",
            Subtitle = $"{report.Questions()}. A bar is all replies of a pipeline, by their share of supported claims; behind it rows scored / all rows. An abstention makes no claim.",
            AltText = "Replies by the share of their claims that the corpus supports. " + string.Join(" ", shares.Select(s => InWords(s.Key.Pipeline, s.Value))),
            Legend = [.. Bins.Where((_, bin) => shares.Values.Any(s => s[bin] > 0)).Select(b => new LegendEntry(b.Label, b.Label, new MarkerStyle(MarkerShape.FilledSquare, 13, b.Color)))],
            Rows = [[Panel(shares)]],
            Badges = report.BadgesFor([Metric]),
        };
    }

    /// <summary>The share of all rows in each bin; they sum to 1.</summary>
    private static double[] Shares(OutcomeCounts counts, IReadOnlyList<double> values)
    {
        int[] rows =
        [
            values.Count(v => v <= 0),
            values.Count(v => v is > 0 and < 0.5),
            values.Count(v => v is >= 0.5 and < 1),
            values.Count(v => v >= 1),
            counts.NotApplicable,
            counts.NotScored + counts.Failed,
        ];
        return [.. rows.Select(r => (double)r / Math.Max(1, rows.Sum()))];
    }

    private static Panel Panel(Dictionary<MetricSummary, double[]> shares)
    {
        var pipelines = shares.Keys.ToList();
        List<string> names = [.. pipelines.Select(s => s.Pipeline)];
        List<string> shown = names.ConvertAll(n => ChartFont.Shorten(n, ChartStyle.TextSize, ChartStyle.MostLabelWidth));
        var labels = shown.Max(n => ChartFont.Width(n, ChartStyle.TextSize));
        var plot = ChartStyle.Plot(new PixelPadding(labels + 10, 62, 24, 2));
        plot.AddPipelines(names, shown, [.. pipelines.Select(s => $"{Figure.Count(s.Counts.Scored)}/{Figure.Count(s.Counts.All)}")]);
        Scale.For(pipelines[0].Metric.Unit, []).Apply(plot.Axes.Bottom);
        plot.Axes.SetLimitsX(0, 1.001);
        foreach (var summary in pipelines)
            AddBar(plot, PipelineAxis.RowOf(names, summary.Pipeline), shares[summary]);
        return new Panel("Share of replies", "", plot, (pipelines.Count * RowHeight) + 26, labels);
    }

    private static void AddBar(Plot plot, double y, double[] shares)
    {
        var from = 0.0;
        foreach (var (share, bin) in shares.Zip(Bins).Where(s => s.First > 0))
        {
            var bar = plot.Add.Rectangle(from, from + share, y - 0.34, y + 0.34);
            (bar.FillColor, bar.LineColor, bar.LineWidth) = (bin.Color, Colors.White, 1);
            if (share >= 0.06)
                AddShare(plot, from + (share / 2), y, share, bin.Color);
            from += share;
        }
    }

    private static void AddShare(Plot plot, double x, double y, double share, Color background)
    {
        var text = plot.Add.Text($"{Math.Round(100 * share):0} %", x, y);
        text.LabelStyle.FontName = ChartFont.Family;
        text.LabelStyle.FontSize = ChartStyle.TextSize;
        text.LabelStyle.ForeColor = background.Luminance > 0.5 ? ChartStyle.Ink : Colors.White;
        text.LabelStyle.Alignment = Alignment.MiddleCenter;
        text.LabelStyle.OffsetY = 2;
    }

    private static string InWords(string pipeline, double[] shares) =>
        $"{pipeline}: {string.Join(", ", shares.Zip(Bins).Where(s => s.First > 0).Select(s => $"{s.Second.Label} {Figure.Of(s.First, Metrics.Unit.Ratio)}"))}.";
}
