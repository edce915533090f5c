using System.CommandLine;
using EvalHarness.Cli.Terminal;
using EvalHarness.Inputs;

namespace EvalHarness.Cli.Commands;

/// <summary>Tries failed answers of a run again.</summary>
internal sealed class RetryCommand(TerminalOutput terminal, TimeProvider time)
{
    private readonly Option<bool> failed = new("--failed") { Description = "Try again what failed; the new attempt supersedes the failed one, which stays on record.", Required = true };

    public Command Build()
    {
        var command = new RecordedRunCommand("retry", "Try failed answers of a run again, then score and report anew.", terminal, time).Build(
            (_, run, composition, progress, token) =>
            {
                var changed = composition.ResolvedPipelines().Where(p => run.Manifest.Pipelines.Any(old => old.Name == p.Name && old.Identity != p.Identity)).ToList();
                return changed.Count == 0
                    ? composition.Evaluation(time).RetryAsync(run, progress, token)
                    : throw new InputException(new InputProblem(run.Manifest.Id, $"changed since the run: {string.Join(", ", changed.Select(p => p.Name))}", "Attempts of one run must be of one system: start a new run."));
            });
        command.Add(failed);
        return command;
    }
}
