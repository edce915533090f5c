using EvalHarness.Decisions;
using EvalHarness.Reports.Wording;
using static EvalHarness.Reports.Markdown.MarkdownText;

namespace EvalHarness.Reports.Markdown;

/// <summary>The decision for a pull request or a chat: the matrix, where choices turn, what retrieval and tuning add.</summary>
internal static class DecisionMarkdown
{
    public static string Text(Decision decision, RunReport report) => string.Join('\n', Lines(decision, report)) + "\n";

    /// <param name="level">Of the heading: <c>##</c>.</param>
    public static IEnumerable<string> Lines(Decision decision, RunReport report, string level = "##") =>
    [
        $"{level} RAG, fine-tuning, or both?",
        "",
        Escape(DecisionWords.Answer(decision, report)),
        "",
        "| Criterion | These data say | | What shows it |",
        "|---|---|---|---|",
        .. decision.Matrix.Select(r => $"| {Escape(r.Criterion.Title)} | {Escape(MatrixWords.Verdict(r))} | {BadgeWords.Of(r.Badge)} | {Escape(MatrixWords.Says(r))} |"),
        .. Section("Where the choice turns", decision.Boundaries.Select(b => $"{ArmWords.First(b.First)} or {ArmWords.Of(b.Second)}, by {BoundaryWords.Label(b.Parameter).ToLowerInvariant()} ({BoundaryWords.Decides(b.Parameter)}; {BadgeWords.Of(b.Badge)}): {BoundaryWords.Sentence(b)}")),
        .. Section("What retrieval and tuning add", decision.Factorial.Select(e => $"{DecisionWords.Effect(e)}: {DecisionWords.Numbers(e)}")),
        .. Section("Times as much", decision.Ratios.Select(r => $"{DecisionWords.Ratio(r)} ({BadgeWords.Of(r.Badge)})")),
        .. Section("Where retrieval hurts the tuned model", decision.HarmfulSlices.Select(DecisionWords.Harm)),
        .. Section("Constraints", decision.Constraints.Select(c => $"{c.Constraint}, {ArmWords.Of(c.Arm)}: {DecisionWords.Outcome(c.Outcome)} ({DecisionWords.Constraint(c)}; {BadgeWords.Of(c.Badge)})")),
    ];

    private static string[] Section(string title, IEnumerable<string> items) =>
        items.Select(i => $"- {Escape(i)}").ToList() is { Count: > 0 } lines ? ["", $"**{title}**", "", .. lines] : [];
}
