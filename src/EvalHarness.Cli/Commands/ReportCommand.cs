using System.CommandLine;
using EvalHarness.Cli.Printing;
using EvalHarness.Cli.Terminal;

namespace EvalHarness.Cli.Commands;

/// <summary>Writes a run's reports again.</summary>
internal sealed class ReportCommand(TerminalOutput terminal, TimeProvider time)
{
    private readonly Option<bool> pdf = new("--pdf") { Description = "Also print the page to report.pdf, with the Chromium or Chrome that is there." };

    public Command Build()
    {
        var verb = new Verb(
            "report",
            "Write a run's CSV files, charts, page and summary again: the same bytes for the same run.",
            "evalharness report 20261123-101500-helpdesk",
            "evalharness report 20261123-101500-helpdesk --pdf",
            "evalharness report reports/20261123-101500-helpdesk --format json") { pdf };
        return new RecordedRunCommand(verb, terminal, time).Build(async (parsed, run, composition, progress, token) =>
        {
            var report = await composition.Evaluation().ReportAsync(run, progress, token);
            if (parsed.GetValue(pdf))
                terminal.Note($"printed: {await PrintedPage.WriteAsync(run.Folder.FullPath, time, token)}");
            return report;
        });
    }
}
