using System.Text.Json;
using EvalHarness.Cli.Terminal;
using EvalHarness.Decisions.Sweeps;
using EvalHarness.Reports.Sweeps;
using EvalHarness.Reports.Wording;
using EvalHarness.Runs;

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

        Write(SweepTables.Figures(result, withParameters: false), terminal);
        terminal.Paragraph(SweepWords.AsItIs(result.Grid));
        Write(SweepTables.AgainstBest(result), terminal);
        foreach (var slices in SweepTables.BySlice(result))
            Write(slices, terminal);
        foreach (var line in SweepWords.All(result))
            terminal.Paragraph(line);
        terminal.Line($"written: {Path.Combine(folder, "sweep.md")}, sweep.csv, sweep.json, charts/pareto.png");
    }

    private static void Write(WordTable words, TerminalOutput terminal)
    {
        foreach (var table in HeadlineTables.Of(words, terminal.Width))
            terminal.Results.Write(table);
    }
}
