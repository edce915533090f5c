using System.CommandLine;
using EvalHarness.Cli.Terminal;

namespace EvalHarness.Cli.Commands;

/// <summary>Compares a run's pipelines with one of them.</summary>
internal sealed class CompareCommand(TerminalOutput terminal, TimeProvider time)
{
    private readonly Option<string?> baseline = new("--baseline") { Description = "The pipeline that the others are compared with; the experiment's when absent." };

    public Command Build()
    {
        var verb = new Verb(
            "compare",
            "Compare a run's pipelines, paired by sample, and write comparisons.csv and the page again.",
            "evalharness compare 20261123-101500-helpdesk --baseline base") { baseline };
        return new RecordedRunCommand(verb, terminal, time).Build(async (parsed, run, composition, progress, token) =>
        {
            var evaluation = composition.Evaluation();
            // Before the baseline is written down.
            await evaluation.ThrowIfUnscoredAsync(run, token);
            if (parsed.GetValue(baseline) is { } named)
                run.CompareWith(PipelineNames.Known(named, "--baseline", run.Manifest.Pipelines));
            return await evaluation.ReportAsync(run, progress, token);
        });
    }
}
