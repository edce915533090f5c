using System.CommandLine;
using EvalHarness.Cli.Deciding;
using EvalHarness.Cli.Terminal;
using EvalHarness.Datasets;
using EvalHarness.Experiments;
using EvalHarness.Experiments.Forecasts;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands;

/// <summary>Replays a dataset through its pipelines, scores, compares and reports.</summary>
internal sealed class RunCommand(TerminalOutput terminal, TimeProvider time)
{
    private readonly ExperimentOptions experiment = new();
    private readonly ReplayOptions replay = new();
    private readonly SampleOptions samples = new(terminal, time);
    private readonly Option<string> parent = OutputOptions.Out();
    private readonly Option<string> format = OutputOptions.Format();
    private readonly Option<string?> resume = new("--resume") { Description = "Go on with this run; it must have been made from the same things." };

    private readonly Option<bool> decide = new("--decide") { Description = "Then make the studies of the decision file, where it has some: as evalharness decide does. A budget holds for each run of them." };

    public Command Build()
    {
        var verb = new Verb(
            "run",
            "Replay a dataset through its pipelines, score, compare, and write the report. The same command again resumes an unfinished run.",
            "evalharness run datasets/helpdesk/experiment.yaml",
            "evalharness run experiment.yaml --pipelines rag,hybrid --limit 50",
            "evalharness run experiment.yaml --set pipelines.rag.retrieval.passages=8",
            "evalharness run experiment.yaml --filter topic=login --filter language=en",
            "evalharness run experiment.yaml --only-failing 20261123-101500-helpdesk",
            "evalharness run experiment.yaml --decide",
            "evalharness run experiment.yaml --dry-run",
            "evalharness run experiment.yaml --max-cost 2.50");
        experiment.AddTo(verb);
        replay.AddTo(verb);
        samples.AddTo(verb);
        verb.Add(parent);
        verb.Add(format);
        verb.Add(resume);
        verb.Add(decide);
        verb.Validators.Add(result =>
        {
            if (result.GetValue(replay.AlwaysNew) && result.GetValue(resume) is not null)
                result.AddError("--new and --resume exclude one another.");
        });
        verb.SetAction(RunAsync);
        return verb;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken token)
    {
        var read = experiment.Read(parsed, replay.Settings(parsed));
        var (exitCode, folder) = await ReplayAsync(read, parsed, token);
        if (parsed.GetValue(decide) && exitCode == ExitCode.Done && folder is { } made)
            await DecideAsync(read, made, parsed, token);
        return exitCode;
    }

    /// <returns>The run's folder; absent where nothing ran.</returns>
    private async Task<(int ExitCode, RunFolder? Folder)> ReplayAsync(Experiment read, ParseResult parsed, CancellationToken token)
    {
        using var composition = new Composition(new CompositionOptions(read, parsed.GetValue(parent)!, experiment.AllowsPlugins(parsed), time, terminal.Note));
        var choice = await samples.ReadAsync(parsed, parsed.GetValue(replay.Limit), parsed.GetValue(parent)!, token);
        await CheckAsync(choice, composition, token);
        if (parsed.GetValue(replay.DryRun))
            return (await ForecastAsync(parsed, choice, composition, token), null);
        var training = new CheckpointTraining(read, time);
        var watch = await SpendWatch.OverAsync(composition.Inputs, choice, token);
        // Everything is checked before anything is written: an hour of training must not end at a typing error.
        await composition.CheckAsync(training.IsMissing, token);
        var notes = await training.TrainMissingAsync(terminal.Note, token);
        if (notes.Count > 0)
            await composition.CheckPipelinesAsync(_ => false, token);

        var families = JudgeFamilies.Warnings(read);
        foreach (var warning in families)
            terminal.Note($"warning: {warning}");

        await using var run = await OpenAsync(parsed, choice, composition, [.. notes, .. families, .. samples.Notes(parsed, choice)], token);
        using var telemetry = TelemetryExport.Start(read.Telemetry, terminal.Note);
        var evaluation = composition.Evaluation() with
        {
            SpendLimit = watch is null ? null : watch.LimitAsync,
            JudgeLimit = watch is null ? null : watch.JudgeLimitAsync,
            Events = telemetry.Events,
        };
        var report = await ProgressView.ShowAsync(terminal, composition.Spend(), time, progress => evaluation.RunAsync(run, progress, token));
        return (RunResult.Print(report, run.Folder, parsed.GetValue(format)!, terminal), run.Folder);
    }

    // What is left out of the run would be missing from the decision.
    private async Task DecideAsync(Experiment read, RunFolder made, ParseResult parsed, CancellationToken token)
    {
        if (!experiment.IsWhole(parsed) || made.ReadManifest().Dataset is not { Limit: null, Filter: null })
            terminal.Note("note: a part of the rows or pipelines decides nothing; no study was made (--decide)");
        else
            await new StudiedRun(parsed.GetValue(parent)!, TypedCommand.Of(parsed), experiment.AllowsPlugins(parsed), terminal, time).StudyAsync(read, made, token);
    }

    // A mistyped id or tag is found before anything is written.
    private static async Task CheckAsync(SampleChoice choice, Composition composition, CancellationToken token)
    {
        if (!choice.Filter.IsNone)
            await composition.Inputs.SamplesAsync(choice, token).CountAsync(token);
    }

    // Pipelines are not even built: an index may be embedded by an endpoint.
    private async Task<int> ForecastAsync(ParseResult parsed, SampleChoice choice, Composition composition, CancellationToken token)
    {
        await composition.CheckAsync(_ => true, token);
        var forecast = await new Preflight(composition.Inputs).ForecastAsync(choice, token);
        ForecastResult.Print(forecast, parsed.GetValue(format)!, terminal);
        foreach (var warning in BudgetWarnings.Of(forecast, composition.Experiment.Run.BudgetUsd))
            terminal.Note($"warning: {warning}");
        return ExitCode.Done;
    }

    private async Task<OpenRun> OpenAsync(ParseResult parsed, SampleChoice choice, Composition composition, IReadOnlyList<string> notes, CancellationToken token)
    {
        var folder = parsed.GetValue(parent)!;
        var opening = new RunOpening(composition.Inputs, composition.ResolvedPipelines(), folder, choice, TypedCommand.Of(parsed), time);
        var (resumed, run) = parsed.GetValue(resume) is { } named
            ? (true, opening.Resume(RunFolder.Find(named, folder), notes))
            : await opening.OpenAsync(parsed.GetValue(replay.AlwaysNew), notes, token);
        terminal.Note($"{(resumed ? "resuming" : "run")} {run.Manifest.Id}: {run.Manifest.Dataset.Samples} samples × {run.Manifest.Pipelines.Count} pipelines × {run.Manifest.Options.Repeats}");
        return run;
    }
}
