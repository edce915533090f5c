using EvalHarness.Diagnosis;
using EvalHarness.Evaluators;
using EvalHarness.Metrics;
using EvalHarness.Reports.Html.Rows;
using EvalHarness.Reports.Wording;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Showing;

/// <summary>One pipeline's answer to a sample, as people read it.</summary>
/// <param name="Row">As the store has it.</param>
/// <param name="Mark">Right, wrong or neither: the letters of the page.</param>
/// <param name="Status"><c>answered</c>, <c>abstained</c> or <c>failed</c>.</param>
/// <param name="Reply">Absent where there is no answer.</param>
/// <param name="Scores">Of the headline metrics, money, tokens and times apart.</param>
internal sealed record ShownAnswer(ResultRow Row, string Mark, string Status, Reply? Reply, IReadOnlyList<(Metric Metric, Score Score)> Scores, Score? Cost)
{
    public Cause? Cause { get; } = FaultAttribution.Of(Row.Scores);

    public static ShownAnswer Of(ResultRow row, RunReport report)
    {
        var reply = row.Trace.Answer is { } answer ? report.Answers.Read(answer) : null;
        return new ShownAnswer(
            row,
            RowMark.Of(row, report.Answers, RowMark.CorrectnessOf(report)),
            reply is null ? "failed" : reply.IsAbstention ? "abstained" : "answered",
            reply,
            [.. Headline(report).Where(m => row.Scores.ContainsKey(m.Id)).Select(m => (m, row.Scores[m.Id]))],
            row.Scores.GetValueOrDefault("cost-usd"));
    }

    // A headline may be a quantile of a metric: latency-service-ms:p95.
    private static IEnumerable<Metric> Headline(RunReport report) =>
        HeadlineMetrics.Of(report)
            .Select(name => report.Metrics.FirstOrDefault(m => m.Id == name.Split(':')[0]))
            .OfType<Metric>()
            .Where(m => m.Unit is not (Unit.Usd or Unit.Tokens or Unit.Milliseconds));
}
