using System.Text.Json;
using EvalHarness.Cli.Terminal;
using EvalHarness.Decisions.Sweeps;
using EvalHarness.Reports.Sweeps;
using EvalHarness.Reports.Wording;
using EvalHarness.Runs;
using Spectre.Console;

namespace EvalHarness.Cli.Sweeps;

/// <summary>Prints a sweep: its points, the points against the best, and what follows from them.</summary>
internal static class SweepPrint
{
    /// <param name="folder">Where its files are.</param>
    public static void Print(SweepResult result, string folder, string format, TerminalOutput terminal)
    {
        if (format == "json")
        {
            terminal.Line(JsonSerializer.Serialize(new { folder, sweep = result }, RunJson.Compact));
            return;
        }

        terminal.Results.Write(Table(SweepTables.Figures(result, withParameters: false)));
        terminal.Paragraph(SweepWords.AsItIs(result.Grid));
        terminal.Results.Write(Table(SweepTables.AgainstBest(result)));
        foreach (var slices in SweepTables.BySlice(result))
            terminal.Results.Write(Table(slices));
        foreach (var line in SweepWords.All(result))
            terminal.Paragraph(line);
        terminal.Line($"written: {Path.Combine(folder, "sweep.md")}, sweep.csv, sweep.json, charts/pareto.png");
    }

    private static Table Table(SweepTable words)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var (place, head) in words.Heads.Index())
        {
            TableColumn column = new(Markup.Escape(TerminalText.Safe(string.Join('\n', HeadlineColumn.Wrap(head)))));
            table.AddColumn((place == 0 ? column : column.RightAligned()).PadLeft(0).PadRight(1).NoWrap());
        }

        foreach (var row in words.Rows)
            table.AddRow([.. row.Select(cell => Markup.Escape(TerminalText.Safe(cell)))]);
        return table;
    }
}
