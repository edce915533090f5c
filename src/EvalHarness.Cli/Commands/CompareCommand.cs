using System.CommandLine;
using EvalHarness.Cli.Terminal;
using EvalHarness.Inputs;

namespace EvalHarness.Cli.Commands;

/// <summary>Compares a run's pipelines with one of them.</summary>
internal sealed class CompareCommand(TerminalOutput terminal, TimeProvider time)
{
    private readonly Option<string?> baseline = new("--baseline") { Description = "The pipeline that the others are compared with; the experiment's when absent." };

    public Command Build()
    {
        var command = new RecordedRunCommand("compare", "Compare a run's pipelines, paired by sample, and write comparisons.csv and the page again.", terminal, time).Build(
            (parsed, run, composition, progress, token) =>
            {
                if (parsed.GetValue(baseline) is { } named)
                    run.CompareWith(run.Manifest.Pipelines.Any(p => p.Name == named)
                        ? named
                        : throw new InputException(new InputProblem("--baseline", $"the run has no pipeline '{named}'", $"It has: {string.Join(", ", run.Manifest.Pipelines.Select(p => p.Name))}.")));
                return composition.Evaluation(time).ReportAsync(run, progress, token);
            });
        command.Add(baseline);
        return command;
    }
}
