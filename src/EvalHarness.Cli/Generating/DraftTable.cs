using EvalHarness.Cli.Terminal;
using EvalHarness.Drafting;
using Spectre.Console;

namespace EvalHarness.Cli.Generating;

/// <summary>Drafts by kind: candidates, those with a flag, and refused ones by their reason.</summary>
internal static class DraftTable
{
    public static Table Of(IReadOnlyList<Draft> drafts)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn("kind").NoWrap());
        foreach (var head in new[] { "drafts", Draft.ClosedBookFlag, "refused" })
            table.AddColumn(new TableColumn(head).RightAligned());
        table.AddColumn("why refused");
        foreach (var kind in drafts.GroupBy(d => d.Kind).OrderBy(k => k.Key))
            table.AddRow(Cells(DraftNames.Of(kind.Key), [.. kind]));
        table.AddRow(Cells("all", drafts));
        return table;
    }

    private static string[] Cells(string name, IReadOnlyList<Draft> drafts) =>
    [
        name,
        $"{drafts.Count(d => d.Refused is null)}",
        $"{drafts.Count(d => d.Refused is null && d.Flags.Contains(Draft.ClosedBookFlag))}",
        $"{drafts.Count(d => d.Refused is not null)}",
        Markup.Escape(TerminalText.Safe(Reasons(drafts))),
    ];

    private static string Reasons(IEnumerable<Draft> drafts) => string.Join(", ", drafts
        .Where(d => d.Refused is not null)
        .CountBy(d => d.Refused!.Reason)
        .OrderByDescending(r => r.Value)
        .ThenBy(r => r.Key)
        .Select(r => $"{r.Value} {DraftNames.Of(r.Key)}"));
}
