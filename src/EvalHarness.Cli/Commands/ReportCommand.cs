using System.CommandLine;
using EvalHarness.Cli.Printing;
using EvalHarness.Cli.Terminal;
using EvalHarness.Reports;

namespace EvalHarness.Cli.Commands;

/// <summary>Writes a run's reports again.</summary>
internal sealed class ReportCommand(TerminalOutput terminal, TimeProvider time)
{
    private readonly Option<bool> pdf = new("--pdf") { Description = "Also print the page to report.pdf, with the Chromium or Chrome that is there." };

    private readonly Option<bool> parquet = new("--parquet") { Description = "Also write every CSV file as a Parquet file beside it, with typed columns. Later reports of the run keep both in step." };

    public Command Build()
    {
        var verb = new Verb(
            "report",
            "Write a run's CSV files, charts, page and summary again: the same bytes for the same run.",
            "evalharness report 20261123-101500-helpdesk",
            "evalharness report 20261123-101500-helpdesk --pdf",
            "evalharness report 20261123-101500-helpdesk --parquet",
            "evalharness report reports/20261123-101500-helpdesk --format json") { pdf, parquet };
        return new RecordedRunCommand(verb, terminal, time).Build(async (parsed, run, composition, progress, token) =>
        {
            var evaluation = composition.Evaluation();
            if (parsed.GetValue(parquet))
                evaluation = evaluation with { Writers = ReportWriters.WithParquet };
            var report = await evaluation.ReportAsync(run, progress, token);
            if (parsed.GetValue(pdf))
                terminal.Note($"printed: {await PrintedPage.WriteAsync(run.Folder.FullPath, time, token)}");
            return report;
        });
    }
}
