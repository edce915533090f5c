using EvalHarness.Comparisons;
using EvalHarness.Reports.Wording;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Charts;

/// <summary>Every pipeline against the baseline, as a forest: a panel per headline metric, a row per pipeline, and the line of no difference.</summary>
internal sealed class DifferencesChart : IChart
{
    private static readonly string[] Metrics =
        ["answer-correctness", "token-f1", "unsupported-answer", "groundedness-corpus", "citation-precision", "format-schema", "cost-usd", "latency-service-ms"];

    public string Name => "differences";

    public Sheet? Draw(RunReport report)
    {
        var compared = report.Comparisons.Where(c => c is { Slice: "all", Difference: not null } && report.Pipelines.Contains(c.Candidate)).ToLookup(c => c.Metric.Id, StringComparer.Ordinal);
        var shown = Metrics.Where(compared.Contains).ToList();
        if (shown.Count == 0)
            return null;
        // A pipeline is compared with itself only across runs.
        var first = compared[shown[0]].First();
        var baseline = first.Candidate == first.Baseline ? "the older run" : first.Baseline;
        return new Sheet
        {
            Title = $"Differences from {baseline}",
            Subtitle = $"{report.Questions()}, paired by question. Dots with 95 % intervals; an interval that holds 0 shows no difference.",
            AltText = $"Differences from {baseline}: " + string.Join(" ", shown.Select(m => $"{MetricCatalogue.For(m).Label}: {InWords(compared[m])}.")),
            Rows = [.. shown.Chunk(2).Select(row => row.Index().Select(m => DifferencePanel.Draw(report, [.. compared[m.Item]], withLabels: m.Index == 0)).ToList())],
            Badges = report.BadgesFor(shown),
            Note = shown.SelectMany(m => compared[m]).Any(c => c.Difference is { Low: null } or { High: null }) ? "A dashed line: the rows do not bound the difference on that side." : null,
        };
    }

    private static string InWords(IEnumerable<PairedComparison> comparisons) => string.Join(", ", comparisons.Select(c => $"{c.Candidate} {Figure.OfDifference(c.Difference!.Value, c.Metric.Unit)}"));
}
