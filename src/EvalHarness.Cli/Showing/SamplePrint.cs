using EvalHarness.Cli.Terminal;
using EvalHarness.Datasets;
using EvalHarness.Experiments.Remedies;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;
using EvalHarness.Reports.Wording;
using EvalHarness.Statistics;

namespace EvalHarness.Cli.Showing;

/// <summary>Prints one sample: what was asked and is right, then a block per answer.</summary>
internal static class SamplePrint
{
    private const string Indent = "  ";

    public static void Print(ShownSample shown, TerminalOutput terminal)
    {
        var sample = shown.Sample;
        terminal.Line($"{sample.Id} ({string.Join(", ", new[] { sample.Split }.Concat(sample.Tags.Select(t => $"{t.Key}={t.Value}")))})");
        foreach (var turn in sample.Messages)
            Say(terminal, turn.Role, turn.Content);
        if (sample.Messages.Count == 0)
            Say(terminal, "question", sample.Question);
        Say(terminal, "right", Gold(sample));
        foreach (var evidence in sample.Evidence)
            Say(terminal, "evidence", evidence.Quote == "" ? $"{evidence.Document}: the whole document" : $"{evidence.Document}: {evidence.Quote}");
        foreach (var answer in shown.Answers)
            Print(answer, terminal);
    }

    private static string Gold(Sample sample) => sample switch
    {
        { Unanswerable: true } => "to decline: the corpus does not say",
        { Unlabelled: true } => "nobody has said",
        _ => string.Join(" | ", sample.Answers),
    };

    private static void Print(ShownAnswer answer, TerminalOutput terminal)
    {
        var trace = answer.Row.Trace;
        terminal.Line("");
        terminal.Line($"{answer.Row.Pipeline}{(answer.Row.Repeat == 0 ? "" : $", repetition {answer.Row.Repeat + 1}")}: {answer.Status}, {MarkWords.Of(answer.Mark)}");
        Say(terminal, answer.Reply is null ? "error" : "answer", answer.Reply?.Text ?? $"{trace.Error}");
        if (trace.Answer?.Passages is { } passages)
            Say(terminal, "given", ListOf(passages.Select(p => p.Document)));
        if (answer.Reply is { } reply)
            Say(terminal, "cites", ListOf(reply.Citations.Select(c => c.Document)));
        foreach (var (metric, score) in answer.Scores)
            Say(terminal, metric.Id, Scored(metric, score));
        if (answer.Cause is { } cause)
        {
            Say(terminal, "cause", $"{CauseWords.Of(cause)}. {CauseWords.Meaning(cause)}");
            Say(terminal, "remedies", ListOf(Fault.OfRow(answer.Row.Scores).SelectMany(RemedyRules.For)));
        }

        Say(terminal, "time", Times(trace));
        Say(terminal, "tokens", trace.Answer?.Usage is { } usage ? $"{Figure.Count(usage.Input)} in, {Figure.Count(usage.Output)} out" : "unknown");
        Say(terminal, "cost", Cost(answer.Cost));
    }

    private static string ListOf(IEnumerable<string> documents) => documents.Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } names ? string.Join(", ", names) : "nothing";

    private static string Scored(Metric metric, Score score)
    {
        var value = score switch
        {
            { Outcome: Outcome.NotApplicable } => "not applicable",
            { Outcome: Outcome.Failed } => "failed",
            { Value: null } => "not scored",
            { Value: { } yes } when metric.Unit is Unit.YesNo && yes is 0 or 1 => yes == 1 ? "yes" : "no",
            { Value: { } figure } => Figure.Of(figure, metric.Unit),
        };
        return score.Reason is { Length: > 0 } reason ? $"{value} – {reason}" : value;
    }

    private static string Times(Trace trace) => trace.HasLatency
        ? string.Join(", ", trace.Stages.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, s.Value)).Prepend(("in all", trace.ServiceLatency)).Select(t => $"{t.Item1} {Figure.Of(t.Item2.TotalMilliseconds, Unit.Milliseconds)}"))
        : "unknown";

    private static string Cost(Score? cost) => cost?.Value is { } usd ? Figure.Of(usd, Unit.Usd) : $"unknown{(cost?.Reason is { } reason ? $" – {reason}" : "")}";

    // Lines after the first stand below it, so that an answer cannot look like the next entry.
    private static void Say(TerminalOutput terminal, string name, string text) =>
        terminal.Line($"{Indent}{name}: {text.ReplaceLineEndings("\n").Replace("\n", $"\n{Indent}{Indent}", StringComparison.Ordinal)}");
}
