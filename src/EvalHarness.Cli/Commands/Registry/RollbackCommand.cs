using System.CommandLine;
using System.Text.Json;
using EvalHarness.Checkpoints;
using EvalHarness.Cli.Terminal;
using EvalHarness.Experiments;
using EvalHarness.Inputs;
using EvalHarness.Promotions;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands.Registry;

/// <summary>Moves an alias back to its last good checkpoint, or proves that it could.</summary>
internal sealed class RollbackCommand
{
    private readonly Option<string?> reason = new("--reason") { Description = "Why, for the record." };
    private readonly Option<bool> drill = new("--drill") { Description = "Move nothing: check the last good artefact, build a pipeline with it and ask it one question." };
    private readonly Option<string?> pipeline = new("--pipeline") { Description = "The experiment's pipeline for the drill; the first one with such a checkpoint when absent." };
    private readonly RegistryOptions registry = new();
    private readonly MoveOptions move;
    private readonly TerminalOutput terminal;
    private readonly TimeProvider time;

    public RollbackCommand(TerminalOutput terminal, TimeProvider time)
    {
        (this.terminal, this.time) = (terminal, time);
        move = new MoveOptions(time);
    }

    public Command Build()
    {
        var verb = new Verb(
            "rollback",
            """
            Let an alias name what it named before: the last checkpoint that a verdict let in.

            The artefact is checked first; then the hooks are told, and the server is asked which model it serves.
            With --drill nothing moves: the last good checkpoint is asked one question of the experiment, to prove that it still answers.
            """,
            "evalharness checkpoints rollback --reason \"nightly alarm of 2026-11-23\"",
            "evalharness checkpoints rollback --drill --experiment experiment.yaml")
        {
            reason, drill, pipeline,
        };
        move.AddTo(verb);
        registry.AddTo(verb, writes: true);
        verb.SetAction(RunAsync);
        return verb;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var writer = registry.Open(parsed, terminal, time);
        using var calls = move.Calls();
        var mover = new AliasMover(writer, move.Deployment(parsed, writer.Registry, calls), time);
        if (parsed.GetValue(drill))
            return await DrillAsync(parsed, writer, mover, cancellationToken);
        var result = await mover.RollBackAsync(move.Alias(parsed), parsed.GetValue(reason), cancellationToken);
        return MoveResult.Print(result, writer.Registry, registry.IsJson(parsed), terminal);
    }

    private async Task<int> DrillAsync(ParseResult parsed, RegistryWriter writer, AliasMover mover, CancellationToken cancellationToken)
    {
        var alias = move.Alias(parsed);
        if (mover.Refusal(alias) is { } refusal)
            return Print(parsed, writer, alias, new DrillRecord(alias, writer.Registry.Aliases.GetValueOrDefault(alias)?.LastGood?.Move!.To ?? "", false, null, null, refusal.ToString()));
        // Replies of an earlier day prove nothing.
        var experiment = ExperimentReader.Read(registry.Experiment(parsed) ?? Beside(writer.Registry), "run.cache=off");
        using var composition = new Composition(new CompositionOptions(experiment, "reports", move.AllowsPlugins(parsed), time, terminal.Note));
        var record = await new Drill(composition, writer.Registry, time).RunAsync(alias, parsed.GetValue(pipeline), cancellationToken);
        return Print(parsed, writer, alias, record);
    }

    private int Print(ParseResult parsed, RegistryWriter writer, string alias, DrillRecord record)
    {
        if (record.Checkpoint.Length > 0)
            writer.Add(record);
        if (registry.IsJson(parsed))
            terminal.Line(JsonSerializer.Serialize(record, RunJson.Compact));
        else if (record.Answered)
            terminal.Line($"{alias} could go back to {record.Checkpoint}: {record.Why}");
        if (!record.Answered)
            terminal.Error($"{alias} could not go back: {record.Why}");
        return record.Answered ? ExitCode.Done : ExitCode.Against;
    }

    private static string Beside(CheckpointRegistry registry)
    {
        var file = Path.GetFullPath(Path.Combine(registry.Folder, "..", "experiment.yaml"));
        return File.Exists(file) ? file : throw new InputException(new InputProblem("--drill", $"it asks a pipeline of an experiment, and there is none at {file}", "Name one: --experiment."));
    }
}
