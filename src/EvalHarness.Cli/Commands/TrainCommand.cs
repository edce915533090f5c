using System.CommandLine;
using EvalHarness.Cli.Terminal;
using EvalHarness.Inputs;

namespace EvalHarness.Cli.Commands;

/// <summary>Trains the checkpoints that an experiment defines.</summary>
internal sealed class TrainCommand(TerminalOutput terminal, TimeProvider time)
{
    private readonly ExperimentOptions experiment = new();
    private readonly Option<string?> only = new("--checkpoint") { Description = "Only this one, as name@version." };

    public Command Build()
    {
        var command = new Command("train", "Train the checkpoints of an experiment, and write them beside it.");
        experiment.AddTo(command);
        command.Add(only);
        command.SetAction(async (parsed, token) =>
        {
            var read = experiment.Read(parsed);
            var names = parsed.GetValue(only) is { } one ? [one] : read.Checkpoints.Keys.ToList();
            if (names.Find(n => !read.Checkpoints.ContainsKey(n)) is { } unknown)
                throw new InputException(new InputProblem("--checkpoint", $"the experiment does not say how '{unknown}' is trained", $"It defines: {string.Join(", ", read.Checkpoints.Keys)}."));
            var training = new CheckpointTraining(read, time);
            foreach (var name in names)
                terminal.Line(await training.TrainAsync(name, token));
            return ExitCode.Done;
        });
        return command;
    }
}
