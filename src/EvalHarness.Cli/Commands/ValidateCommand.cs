using System.CommandLine;
using EvalHarness.Cli.Terminal;

namespace EvalHarness.Cli.Commands;

/// <summary>Checks an experiment and everything it names, and runs nothing.</summary>
internal sealed class ValidateCommand(TerminalOutput terminal)
{
    private readonly ExperimentOptions experiment = new();

    public Command Build()
    {
        var command = new Command("validate", "Check an experiment, its dataset, corpus, prices and prompts without running anything.");
        experiment.AddTo(command);
        command.SetAction(async (parsed, token) =>
        {
            var read = experiment.Read(parsed);
            var composition = Composition.For(read);
            var samples = await composition.CheckAsync(token);
            terminal.Line($"{read.File}: {samples} samples in split '{read.Split}', {read.Pipelines.Count} pipelines: all well.");
            return ExitCode.Done;
        });
        return command;
    }
}
