using EvalHarness.Gates;
using EvalHarness.Reports.Wording;
using static EvalHarness.Reports.Markdown.MarkdownText;

namespace EvalHarness.Reports.Markdown;

/// <summary>A verdict for a pull request: <c>gate.md</c>.</summary>
public static class GateMarkdown
{
    public static string Text(GateResult result)
    {
        var several = result.Runs.Count > 1;
        string[] lines =
        [
            $"## {Mark(result.Verdict)} {VerdictWords.Of(result.Verdict)}: {Escape(result.Runs[0].Candidate)} against {Escape(result.Runs[0].Baseline)}",
            "",
            $"{VerdictWords.Meaning(result.Verdict)} {Escape(Sentence(result.Why))}",
            "",
            "| | What | Asked as | Why | n |",
            "|---|---|---|---|---:|",
            .. result.Lines.OrderByDescending(l => l.Outcome).Select(l => $"| {VerdictWords.Of(l.Outcome)} | {Escape(VerdictWords.Subject(l, several))} | {l.Role} | {Escape(l.Why)} | {l.N} |"),
            "",
            .. result.Lines.Select(l => (l, VerdictWords.Scorer(l))).Where(l => l.Item2 is not null).Select(l => $"- {Escape($"{VerdictWords.Subject(l.l, several)}: {l.Item2}")}"),
            .. result.Notes.Select(n => $"- {Escape(n)}"),
            .. result.Runs.Select(r => $"- Run `{r.Run.Replace('`', ' ')}`{(r.BaselineRun == r.Run ? "" : $", baseline from run `{r.BaselineRun.Replace('`', ' ')}`")}; dataset {Inputs.ContentHash.Short(r.DatasetHash)} ({Escape(r.Split)}); policy {Escape(result.Policy)}, {Inputs.ContentHash.Short(result.PolicyHash)}"),
        ];
        return string.Join('\n', lines) + "\n";
    }

    private static string Sentence(string text) => text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text[1..]}.";

    private static string Mark(Verdict verdict) => verdict switch
    {
        Verdict.Promote => "✅",
        Verdict.Inconclusive => "⚖️",
        Verdict.Reject => "❌",
        _ => "⚠️",
    };
}
