using System.Text.Json;
using EvalHarness.Cli.Terminal;
using EvalHarness.Experiments.Remedies;
using EvalHarness.Reports.Remedies;
using EvalHarness.Reports.Wording;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Remedying;

/// <summary>Prints remedies: what they repaired and broke, what follows, and which could not be tried.</summary>
internal static class RemedyPrint
{
    /// <param name="folder">Where its files are.</param>
    public static void Print(RemedyResult result, string folder, string format, TerminalOutput terminal)
    {
        if (format == "json")
        {
            terminal.Line(JsonSerializer.Serialize(new { folder, remedy = result }, RunJson.Compact));
            return;
        }

        if (result.Tried.Count > 0)
            Write(RemedyTables.Tried(result), terminal);
        foreach (var line in RemedyWords.All(result))
            terminal.Paragraph(line);
        foreach (var untried in result.Untried)
            terminal.Paragraph($"not tried: {untried.Pipeline}+{untried.Remedy} for {string.Join(", ", untried.Faults)} ({untried.Rows} rows): {untried.Why}. {untried.Mend}");
        if (result.Nearest.Count > 0)
            terminal.Paragraph($"Nearest training rows of {result.Nearest.Count} wrong answers are in remedy.md.");
        terminal.Line($"written: {Path.Combine(folder, "remedy.md")}, remedy.csv");
    }

    private static void Write(WordTable words, TerminalOutput terminal)
    {
        foreach (var table in HeadlineTables.Of(words, terminal.Width))
            terminal.Results.Write(table);
    }
}
