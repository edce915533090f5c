using EvalHarness.Nightly;
using EvalHarness.Reports.Wording;
using static EvalHarness.Reports.Markdown.MarkdownText;

namespace EvalHarness.Reports.Nightly;

/// <summary><c>nightly.md</c>: a line for the job's log, and below it a table of the guardrails.</summary>
public static class NightlyMarkdown
{
    private const int ShownRows = 10;

    /// <summary>One line: verdict, why, which run.</summary>
    public static string Line(Night night) => $"**{Escape($"{night.Experiment}, {NightWords.Title(night)}")}**: {Escape(night.Why)} Run `{night.Run.Replace('`', ' ')}`.";

    public static string Of(Night night) => string.Join('\n', (string[])
    [
        Line(night),
        "",
        .. night.Guardrails.Count == 0 ? Array.Empty<string>() : ["| Guardrail | Candidate | Champion | Margin | n | Evidence | |", "|---|---|---|---|---|---|---|", .. night.Guardrails.Select(Row), ""],
        .. night.Diff is { } diff ? [Escape(NightWords.Diff(diff)), "", .. Alerts(diff)] : Array.Empty<string>(),
        .. night.Anchors.Select(a => $"- {Escape(NightWords.Anchors(a))}"),
        .. night.GoldStale.Take(ShownRows).Select(s => $"- gold-stale: {Escape($"{s.Sample}: {s.Why}")}"),
        .. night.Notes.Select(n => $"- {Escape(n)}"),
        "",
    ]);

    private static string Row(GuardrailLine line) =>
        $"| {Escape(NightWords.Metric(line))} | {NightWords.Value(line.Candidate, line.Unit)} | {NightWords.Value(line.Champion, line.Unit)} | {NightWords.Margin(line)} | {line.N} | {NightWords.Evidence(line)} | {$"{line.Outcome}".ToLowerInvariant()} |";

    private static IEnumerable<string> Alerts(NightDiff diff) =>
        diff.SinceLastTime.Where(c => c.IsWorse && !c.IsFlaky).Take(ShownRows).Select(c => FormattableString.Invariant($"- worse than last time: {Escape(c.Sample)}, {Escape(c.Metric)} {c.Before:0.###} → {c.Now:0.###}"));
}
