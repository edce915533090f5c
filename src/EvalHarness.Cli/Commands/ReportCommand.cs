using System.CommandLine;
using EvalHarness.Cli.Terminal;

namespace EvalHarness.Cli.Commands;

/// <summary>Writes a run's reports again.</summary>
internal sealed class ReportCommand(TerminalOutput terminal, TimeProvider time)
{
    public Command Build() => new RecordedRunCommand(
        new Verb(
            "report",
            "Write a run's CSV files, charts, page and summary again: the same bytes for the same run.",
            "evalharness report 20261123-101500-helpdesk",
            "evalharness report reports/20261123-101500-helpdesk --format json"),
        terminal,
        time).Build((_, run, composition, progress, token) => composition.Evaluation().ReportAsync(run, progress, token));
}
