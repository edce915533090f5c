using System.CommandLine;
using System.Text.Json;
using EvalHarness.Cli.Terminal;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands;

/// <summary>Checks an experiment and everything it names, and runs nothing.</summary>
internal sealed class ValidateCommand(TerminalOutput terminal, TimeProvider time)
{
    private readonly ExperimentOptions experiment = new();
    private readonly Option<string> format = OutputOptions.Format();

    public Command Build()
    {
        var verb = new Verb(
            "validate",
            "Check an experiment, its dataset, corpus, prices, prompts and pipelines without running anything.",
            "evalharness validate datasets/helpdesk/experiment.yaml",
            "evalharness validate experiment.yaml --split dev");
        experiment.AddTo(verb);
        verb.Add(format);
        verb.SetAction(async (parsed, token) =>
        {
            var read = experiment.Read(parsed);
            using var composition = new Composition(new CompositionOptions(read, "reports", experiment.AllowsPlugins(parsed), time, terminal.Note));
            var samples = await composition.CheckAsync(new CheckpointTraining(read, time).IsMissing, token);
            terminal.Line(parsed.GetValue(format) == "json"
                ? JsonSerializer.Serialize(new { read.File, read.Split, samples, pipelines = read.Pipelines.Select(p => p.Name) }, RunJson.Compact)
                : $"{read.File}: {samples} samples in split '{read.Split}', {read.Pipelines.Count} pipelines: all well.");
            return ExitCode.Done;
        });
        return verb;
    }
}
