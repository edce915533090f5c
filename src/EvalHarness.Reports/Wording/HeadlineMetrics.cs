using EvalHarness.Comparisons;
using EvalHarness.Metrics;

namespace EvalHarness.Reports.Wording;

/// <summary>The few figures that stand for a run: of every question a reader asks, the best metric that the run has.</summary>
public static class HeadlineMetrics
{
    private static readonly string[][] Questions =
    [
        [.. AnswerCorrectness.OrNext],
        ["unsupported-answer", "groundedness-corpus"],
        ["format-schema", "format-lenient", "format-strict"],
        ["stale-answer", "fresh-answer"],
        ["cost-usd", "tokens-in"],
        ["citation-precision", "citation-recall"],
        ["latency-service-ms:p95", "latency-service-ms"],
    ];

    /// <summary>One name per question that the run can answer, the most asked first; then what was judged where the answers were made.</summary>
    public static IReadOnlyList<string> Of(RunReport report)
    {
        var names = report.Summaries.Where(s => s is { Slice: "all", Estimate: not null }).Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        return [.. Of(names), .. report.Metrics.Where(m => m.IsRecorded && names.Contains(m.Id)).Select(m => m.Id)];
    }

    /// <summary>One name per question, the most asked first.</summary>
    /// <param name="valued">Names that have a value.</param>
    public static IReadOnlyList<string> Of(IEnumerable<string> valued)
    {
        var names = valued.ToHashSet(StringComparer.Ordinal);
        return [.. Questions.Select(ids => ids.FirstOrDefault(names.Contains)).OfType<string>()];
    }

    /// <summary>What must stand beside a figure that a pipeline could improve by declining to answer.</summary>
    public static string? Beside(string name) => name is "unsupported-answer" or "groundedness-corpus" or "stale-answer" or "correct-when-answered" ? "coverage" : null;

    /// <summary>Figures that describe something else than the systems compared are shown, but no sentence is made of them.</summary>
    public static bool MayBeSaid(string name, RunReport report) =>
        report.Badges.FirstOrDefault(b => b.Family == MetricCatalogue.For(name).Family)?.Badge is not Badge.NotMeaningful;
}
