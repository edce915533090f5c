using EvalHarness.Comparisons;
using EvalHarness.Reports.Wording;
using EvalHarness.Statistics;
using static EvalHarness.Reports.Markdown.MarkdownText;

namespace EvalHarness.Reports.Markdown;

/// <summary>Two runs compared, for a pull request.</summary>
internal static class ComparisonMarkdown
{
    public static string Text(RunReport report, RunReport older)
    {
        var shown = report.Comparisons.Where(c => c is { Slice: Slice.All, Difference: not null }).ToList();
        string[] lines =
        [
            $"## {Escape(report.Manifest.Id)} against {Escape(older.Manifest.Id)}",
            "",
            "| Pipeline | Metric | Difference | n | Shows |",
            "|---|---|---|---:|---|",
            .. shown.Select(c => $"| {Escape(c.Candidate)} | {Escape(MetricCatalogue.For(c.Metric, c.Metric.Id).Label)} | {Escape($"{Figure.OfDifference(c.Difference!.Value, c.Metric.Unit)} {Figure.IntervalOfDifference(c.Difference, c.Metric.Unit)}")} | {Figure.Count(c.N)} | {Escape(FindingWords.Of(c))} |"),
            "",
            "Paired by sample; brackets hold the 95 % interval. Slices are in comparisons.csv.",
        ];
        return string.Join('\n', lines) + "\n";
    }
}
