using System.CommandLine;
using System.Text.Json;
using EvalHarness.Cli.Terminal;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands;

/// <summary>Trains the checkpoints that an experiment defines.</summary>
internal sealed class TrainCommand(TerminalOutput terminal, TimeProvider time)
{
    private readonly ExperimentOptions experiment = new();
    private readonly Option<string?> only = new("--checkpoint") { Description = "Only this one, as name@version." };
    private readonly Option<string> format = OutputOptions.Format();

    public Command Build()
    {
        var verb = new Verb(
            "train",
            "Train the checkpoints that an experiment's pipelines name, or any that it defines (--checkpoint), and write them beside it.",
            "evalharness train datasets/helpdesk/experiment.yaml",
            "evalharness train datasets/helpdesk/experiment.yaml --checkpoint helpdesk@2026-03 --format json");
        experiment.AddTo(verb);
        verb.Add(only);
        verb.Add(format);
        verb.SetAction(async (parsed, token) =>
        {
            var read = experiment.Read(parsed);
            var training = new CheckpointTraining(read, time);
            var names = parsed.GetValue(only) is { } one ? [one] : training.Used();
            if (names.Find(n => !read.Checkpoints.ContainsKey(n)) is { } unknown)
                throw new InputException(new InputProblem("--checkpoint", $"the experiment does not say how '{unknown}' is trained", $"It defines: {string.Join(", ", read.Checkpoints.Keys)}."));
            foreach (var name in names)
                Print(name, await training.TrainAsync(name, token), parsed.GetValue(format)!);
            return ExitCode.Done;
        });
        return verb;
    }

    // One JSON object a line: a checkpoint is told of when it is there.
    private void Print(string checkpoint, string note, string how) =>
        terminal.Line(how == "json" ? JsonSerializer.Serialize(new { checkpoint, note }, RunJson.Compact) : note);
}
