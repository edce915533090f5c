using EvalHarness.Comparisons;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Wording;

/// <summary>What a run was asked and what it answers: the first thing that a reader sees.</summary>
/// <param name="Question">Which pipelines, on which rows.</param>
/// <param name="Metrics">One part per headline metric that was compared and may be spoken of.</param>
/// <param name="Recommendation">What was stopped before its end, then why none is drawn, or that the reader has to weigh.</param>
public sealed record RunAnswer(string Question, IReadOnlyList<MetricAnswer> Metrics, string Recommendation)
{
    public static RunAnswer From(RunReport report) => new(QuestionOf(report), [.. Parts(report)], string.Join(' ', [.. StopsOf(report), RecommendationOf(report)]));

    private static string QuestionOf(RunReport report)
    {
        var data = report.Manifest.Dataset;
        var rows = $"{Figure.Count(data.Samples)} gold {(data.Samples == 1 ? "question" : "questions")}";
        return $"How do {List.Of(report.Pipelines)} compare on {rows} of {report.Manifest.Name} (split {data.Split})?";
    }

    private static IEnumerable<MetricAnswer> Parts(RunReport report) =>
        from name in HeadlineMetrics.Of(report)
        where HeadlineMetrics.MayBeSaid(name, report)
        let comparisons = report.Comparisons.Where(c => c.Slice == "all" && c.Metric.Id == name).ToList()
        where comparisons.Count > 0
        select MetricAnswer.From(name, comparisons);

    // Whoever reads one sentence must learn that the figures rest on a part of the rows.
    private static IEnumerable<string> StopsOf(RunReport report)
    {
        var stops = report.Manifest.Stops ?? [];
        if (stops.FirstOrDefault(s => s.Pipeline is null) is { } whole)
            yield return whole.Message;
        string[] stopped = [.. stops.Select(s => s.Pipeline).OfType<string>()];
        if (stopped.Length > 0)
            yield return $"Stopped by {(stopped.Length == 1 ? "its endpoint" : "their endpoints")}: {List.Of(stopped)}. What stands here of {(stopped.Length == 1 ? "it" : "them")} rests on the rows before, and is no result; the notes say what to mend.";
    }

    private static string RecommendationOf(RunReport report)
    {
        var doubts = report.Badges.Where(b => b.Badge != Badge.Measured).Select(b => $"{b.Family}: {BadgeWords.Of(b.Badge)}").ToList();
        return doubts.Count == 0
            ? "No overall recommendation is drawn: what weighs most is for the reader to say."
            : $"No overall recommendation is drawn, because not every figure is measured ({string.Join("; ", doubts)}).";
    }
}
