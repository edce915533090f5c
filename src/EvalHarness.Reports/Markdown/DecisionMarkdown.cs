using EvalHarness.Decisions;
using EvalHarness.Decisions.Studies;
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
        .. DecisionSentences.Of(decision, report).SelectMany(s => Section(s.Title, s.Items)),
        .. decision.Studies is { } studies ? Studies(studies, report.Manifest.Dataset.Split) : [],
    ];

    private static IEnumerable<string> Studies(StudyResults results, string decidedOn) =>
    [
        "",
        "**How they hold up**",
        "",
        Escape(StudyWords.Rows(results, decidedOn)),
        .. StudyWords.Tables(results).SelectMany(Table),
    ];

    private static IEnumerable<string> Table(StudyTable table) =>
    [
        "",
        $"*{Escape(table.Title)}.* {Escape(table.Asks)}",
        "",
        $"| {string.Join(" | ", table.Heads.Select(Escape))} |",
        $"|{string.Concat(table.Heads.Select(_ => "---|"))}",
        .. table.Rows.Select(r => $"| {string.Join(" | ", r.Select(Escape))} |"),
        .. table.Note is { } note ? new[] { "", Escape(note) } : [],
    ];

    private static string[] Section(string title, IEnumerable<string> items) =>
        items.Select(i => $"- {Escape(i)}").ToList() is { Count: > 0 } lines ? ["", $"**{title}**", "", .. lines] : [];
}
