using System.Text.Json;
using EvalHarness.Metrics;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Showing;

/// <summary>One sample for programs: everything that is printed, and nothing folded or rounded.</summary>
internal static class ShownJson
{
    public static string Of(ShownSample shown) => JsonSerializer.Serialize(
        new { run = shown.Run, sample = shown.Sample, answers = shown.Answers.Select(Answer) },
        RunJson.Compact);

    private static object Answer(ShownAnswer answer) => new
    {
        answer.Row.Pipeline,
        answer.Row.Repeat,
        answer.Status,
        is_right = IsRight(answer.Mark),
        answer = answer.Reply?.Text,
        reply = answer.Row.Trace.Answer?.Text,
        error = answer.Row.Trace.Error?.ToString(),
        passages = answer.Row.Trace.Answer?.Passages?.Select(p => new { p.Id, p.Document, p.Score }),
        citations = answer.Reply?.Citations.Select(c => new { c.Sentence, c.Document }),
        scores = answer.Scores.Select(s => Scored(s.Score)),
        answer.Cause,
        times_ms = Times(answer),
        tokens = answer.Row.Trace.Answer?.Usage,
        cost_usd = answer.Cost?.Value,
    };

    private static bool? IsRight(string mark) => mark[0] == MarkWords.NotScored ? null : mark[0] == MarkWords.Right;

    private static object Scored(Score score) => new { score.Metric, score.Outcome, score.Value, score.Reason };

    private static Dictionary<string, double>? Times(ShownAnswer answer) => answer.Row.Trace is { HasLatency: true } trace
        ? trace.Stages.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => KeyValuePair.Create(s.Key, s.Value.TotalMilliseconds))
            .Prepend(KeyValuePair.Create("service", trace.ServiceLatency.TotalMilliseconds)).ToDictionary(StringComparer.Ordinal)
        : null;
}
