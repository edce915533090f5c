using EvalHarness.Comparisons;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Wording;

/// <summary>Metrics without any value, in words: what is said once for all that lack one for the same reasons.</summary>
public static class UnscoredWords
{
    /// <summary>A sentence or two for each; none when every metric has a value somewhere.</summary>
    public static IReadOnlyList<string> Of(RunReport report) =>
        [.. report.Unscored
            .GroupBy(u => (u.Pipeline, u.Rows, Reasons(u)))
            .Select(g => (Metrics: List.Of([.. g.Select(u => $"“{MetricCatalogue.For(u.Metric).Label}” ({u.Metric})")]), g.Key.Pipeline, g.Key.Rows, Reasons: g.Key.Item3))
            .GroupBy(l => (l.Metrics, l.Rows, l.Reasons))
            .Select(g => $"No value at all of {g.Key.Metrics} for {List.Of([.. g.Select(l => l.Pipeline)])}: not one row could be scored, and nothing is concluded. {g.Key.Reasons}")];

    private static string Reasons(UnscoredMetric unscored) =>
        string.Join(' ', unscored.Reasons.Select(r => $"{Figure.Count(r.Rows)} of {Figure.Count(unscored.Rows)} rows: {r.Reason.TrimEnd('.')}."));
}
