using EvalHarness.Reports.Wording;
using static EvalHarness.Reports.Markdown.MarkdownText;

namespace EvalHarness.Reports.Markdown;

/// <summary>Draws a table of words; nothing in them is markup.</summary>
internal static class MarkdownTable
{
    public static IEnumerable<string> Lines(WordTable table) =>
    [
        $"| {string.Join(" | ", table.Heads.Select(Escape))} |",
        $"|{string.Concat(table.Heads.Select(_ => "---|"))}",
        .. table.Rows.Select(row => $"| {string.Join(" | ", row.Select(Escape))} |"),
    ];
}
