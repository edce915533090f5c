using EvalHarness.Cli.Terminal;
using EvalHarness.Gates;
using EvalHarness.Reports.Wording;
using EvalHarness.Runs;
using Spectre.Console;

namespace EvalHarness.Cli.Gating;

/// <summary>Prints a verdict: a line per condition, the gravest last where the eye is, and the verdict below them.</summary>
internal static class GatePrint
{
    public static int Print(GateResult result, RunFolder folder, string format, TerminalOutput terminal)
    {
        if (format == "json")
            terminal.Line(GateFile.Text(result).TrimEnd());
        else
            PrintText(result, folder, terminal);
        BuildServer.Tell(result, folder, terminal);
        return result.Verdict switch
        {
            Verdict.Promote => ExitCode.Done,
            Verdict.Reject => ExitCode.Against,
            Verdict.Inconclusive => ExitCode.Undecided,
            _ => ExitCode.Invalid,
        };
    }

    private static void PrintText(GateResult result, RunFolder folder, TerminalOutput terminal)
    {
        var several = result.Runs.Count > 1;
        Grid grid = new();
        grid.AddColumn(new GridColumn().NoWrap()).AddColumn().AddColumn().AddColumn();
        foreach (var line in result.Lines.OrderBy(l => l.Outcome))
            grid.AddRow(Cell(VerdictWords.Of(line.Outcome)), Cell(VerdictWords.Subject(line, several)), Cell(line.Role), Cell(line.Why));
        grid.Width = terminal.Width;
        terminal.Results.Write(grid);
        foreach (var line in result.Lines)
            if (VerdictWords.Scorer(line) is { } scorer)
                terminal.Paragraph($"{VerdictWords.Subject(line, several)}: {scorer}");
        foreach (var note in result.Notes)
            terminal.Paragraph(note);
        terminal.Paragraph($"{VerdictWords.Of(result.Verdict)}: {result.Runs[0].Candidate} against {result.Runs[0].Baseline}: {result.Why}. {VerdictWords.Meaning(result.Verdict)}");
        terminal.Line($"evidence: {Path.Combine(folder.FullPath, GateFile.Name)}, junit.xml, gate.md, index.html");
    }

    private static Text Cell(string text) => new(TerminalText.Safe(text));
}
