using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Wording;

/// <summary>What every reader must know before any figure: metrics without a value, retrieval that finds nothing, replies that do not end.</summary>
public static class WarningWords
{
    // Shown where the whole interval lies beyond: below, of what retrieval finds; above, of replies that run on.
    private const double Nothing = 0.1;
    private const double Some = 0.1;

    public static IReadOnlyList<string> Of(RunReport report) => [.. UnscoredWords.Of(report), .. Retrieval(report), .. RunOn(report)];

    private static IEnumerable<string> Retrieval(RunReport report) =>
        from summary in Whole(report)
        where summary.Name.StartsWith("retrieval-recall@", StringComparison.Ordinal) && summary.Estimate is { High: < Nothing }
        select $"{summary.Pipeline} finds {(summary.Estimate!.Value == 0 ? "none" : "next to none")} of the evidence: {summary.Name} {Share(summary.Estimate)}, n = {Figure.Count(summary.Estimate.N)}. What its answers show is no sign of what retrieval can do; look whether its index holds the gold documents at all.";

    private static IEnumerable<string> RunOn(RunReport report)
    {
        var found = Whole(report).Where(s => s.Name == "runs-on" && s.Estimate is { Low: > Some }).ToList();
        if (found.Count > 0)
            yield return $"Answers run on past their end, into another question, turn or passage: {string.Join("; ", found.Select(s => $"{s.Pipeline} {Share(s.Estimate!)}, n = {Figure.Count(s.Estimate!.N)}"))}. Scores judge all of the text; set stop sequences, or cut the answers, before you compare.";
    }

    private static IEnumerable<MetricSummary> Whole(RunReport report) => report.Summaries.Where(s => s.Slice == Slice.All);

    private static string Share(Estimate estimate) => $"{Figure.Of(estimate.Value, Unit.Ratio)} {Figure.Interval(estimate, Unit.Ratio)}";
}
