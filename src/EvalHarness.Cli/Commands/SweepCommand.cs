using System.CommandLine;
using EvalHarness.Cli.Sweeps;
using EvalHarness.Cli.Terminal;
using EvalHarness.Datasets;
using EvalHarness.Experiments.Forecasts;
using EvalHarness.Experiments.Sweeps;

namespace EvalHarness.Cli.Commands;

/// <summary>Tries points of a pipeline on one split, chooses, and confirms once on another.</summary>
internal sealed class SweepCommand(TerminalOutput terminal, TimeProvider time)
{
    // Rows for choosing are not those that a gate or a reader sees.
    private const string ChooseOn = "split=dev";

    private readonly ExperimentOptions experiment = new();
    private readonly SweepOptions sweep = new();
    private readonly ReplayOptions replay = new();
    private readonly Option<string> parent = OutputOptions.Out();
    private readonly Option<string> format = OutputOptions.Format();

    public Command Build()
    {
        var verb = new Verb(
            "sweep",
            """
            Try points of one pipeline in one run, choose, and confirm the choice once.

            Points answer the same rows (split dev, or --split) and share indexes and cached calls. The choice weighs the objective, cost and latency;
            the chosen point is then held against the pipeline as it is on split test, once: the same command again prints what was found.
            """,
            "evalharness sweep experiment.yaml --pipeline rag --vary retrieval.chunk.tokens=120,240,480 --vary retrieval.chunk.overlap=0,40",
            "evalharness sweep experiment.yaml --points sweep.yaml --tolerance 0.03",
            "evalharness sweep experiment.yaml --pipeline rag --vary retrieval.rerank=none,proximity --quantile p99 --no-confirm",
            "evalharness sweep experiment.yaml --pipeline rag --vary retrieval.passages=3,5,8 --slice length") { parent, format };
        experiment.AddWithoutPipelinesTo(verb);
        sweep.AddTo(verb);
        replay.AddTo(verb);
        verb.SetAction(SweepAsync);
        return verb;
    }

    private async Task<int> SweepAsync(ParseResult parsed, CancellationToken token)
    {
        var plan = sweep.Plan(parsed);
        var expanded = new SweepExpansion(experiment.Read(parsed, [.. replay.Settings(parsed), ChooseOn]), plan).Expand();
        SweepSettings settings = new(
            parsed.GetValue(parent)!,
            plan,
            sweep.Quantile(parsed),
            sweep.Slice(parsed),
            sweep.ConfirmOn(parsed),
            parsed.GetValue(replay.Limit),
            parsed.GetValue(replay.AlwaysNew),
            experiment.AllowsPlugins(parsed),
            parsed.GetValue(format)!,
            TypedCommand.Of(parsed));
        var session = new SweepSession(expanded, settings, terminal, time);
        if (parsed.GetValue(replay.DryRun))
            return await ForecastAsync(parsed, session, token);
        var ended = await session.RunAsync(token);
        if (ended.Result is { } result)
            SweepPrint.Print(result, ended.Folder!, settings.Format, terminal);
        return ended.ExitCode;
    }

    private async Task<int> ForecastAsync(ParseResult parsed, SweepSession session, CancellationToken token)
    {
        using var composition = session.Compose();
        await composition.CheckAsync(_ => true, token);
        ForecastResult.Print(await new Preflight(composition.Inputs).ForecastAsync(new SampleChoice(parsed.GetValue(replay.Limit)), token), parsed.GetValue(format)!, terminal);
        if (sweep.ConfirmOn(parsed) is { } split)
            terminal.Note($"not counted: the confirmation, in which the chosen point and the pipeline as it is answer split '{split}'");
        return ExitCode.Done;
    }
}
