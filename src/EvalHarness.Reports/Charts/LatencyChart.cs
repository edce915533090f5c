using EvalHarness.Reports.Wording;

namespace EvalHarness.Reports.Charts;

/// <summary>How long answers take: the whole distribution, retrieval's part of it, and the three percentiles with their intervals.</summary>
internal sealed class LatencyChart : IChart
{
    private const string Service = "latency-service-ms";

    private static readonly string[] Distributions = [Service, "latency-embed-ms", "latency-search-ms", "latency-rerank-ms"];
    private static readonly string[] Percentiles = [$"{Service}:p50", $"{Service}:p95", $"{Service}:p99", "latency-search-ms:p95"];

    public string Name => "latency";

    public Sheet? Draw(RunReport report)
    {
        var curves = Distributions.Select(d => DistributionPanel.Draw(report, d)).OfType<Panel>().ToList();
        var percentiles = Percentiles.Where(p => report.Estimated(p).Count > 0).ToList();
        if (curves.Count == 0 && percentiles.Count == 0)
            return null;
        return new Sheet
        {
            Title = "Time to answer, and retrieval's part of it",
            Subtitle = $"{report.Questions()}. Curves: the share of answers that took no longer; marks at p50, p95 and p99. Below: the percentiles with their intervals, and rows scored / all rows.",
            AltText = "Curves of the share of answers given within a time, per pipeline. " + string.Join(" ", percentiles.Select(p => $"{MetricCatalogue.For(p).Label}: {report.Estimated(p).InWords()}.")),
            Legend = new PipelineMarks(report.Pipelines).Legend(),
            Rows = [.. curves.Chunk(2), .. IntervalChart.Rows(report, percentiles, columns: 2)],
            Badges = report.BadgesFor([Service]),
            Note = percentiles.SelectMany(p => report.Estimated(p)).Note(),
        };
    }
}
