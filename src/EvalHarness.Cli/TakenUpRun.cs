using EvalHarness.Cli.Terminal;
using EvalHarness.Datasets;
using EvalHarness.Runs;

namespace EvalHarness.Cli;

/// <summary>A run of a sweep, of studies or of remedies: like any run, but one that is finished is taken up again, too, and asks nobody.</summary>
/// <param name="parent">The folder of runs.</param>
/// <param name="limit">Rows of the split; all of them when absent.</param>
/// <param name="alwaysNew">Whether everything is asked anew.</param>
/// <param name="command">As it was typed.</param>
internal sealed class TakenUpRun(string parent, int? limit, bool alwaysNew, string command, TerminalOutput terminal, TimeProvider time)
{
    /// <summary>What rows must be beside their split.</summary>
    public SampleFilter Filter { get; init; } = SampleFilter.None;

    /// <summary>What is left out of its evaluation: reports, say.</summary>
    public Func<Evaluation, Evaluation> Shape { get; init; } = evaluation => evaluation;

    /// <summary>The report and the run's folder.</summary>
    public async Task<(RunReport Report, RunFolder Folder)> RunAsync(Composition composition, CancellationToken cancellationToken)
    {
        var training = new CheckpointTraining(composition.Experiment, time);
        var watch = await SpendWatch.OverAsync(composition.Inputs, Choice, cancellationToken);
        await composition.CheckAsync(training.IsMissing, cancellationToken);
        var notes = await training.TrainMissingAsync(terminal.Note, cancellationToken);
        if (notes.Count > 0)
            await composition.CheckPipelinesAsync(_ => false, cancellationToken);

        await using var run = await OpenAsync(composition, notes, cancellationToken);
        using var telemetry = TelemetryExport.Start(composition.Experiment.Telemetry, terminal.Note);
        var evaluation = Shape(composition.Evaluation()) with
        {
            SpendLimit = watch is null ? null : watch.LimitAsync,
            JudgeLimit = watch is null ? null : watch.JudgeLimitAsync,
            Events = telemetry.Events,
        };
        return (await ProgressView.ShowAsync(terminal, composition.Spend(), time, progress => evaluation.RunAsync(run, progress, cancellationToken)), run.Folder);
    }

    private SampleChoice Choice => new(limit) { Filter = Filter };

    private async Task<OpenRun> OpenAsync(Composition composition, IReadOnlyList<string> notes, CancellationToken cancellationToken)
    {
        RunOpening opening = new(composition.Inputs, composition.ResolvedPipelines(), parent, Choice, command, time);
        var (resumed, run) = await opening.OpenAgainAsync(alwaysNew, notes, cancellationToken);
        var doing = (resumed, run.Manifest.FinishedAt) switch { (false, _) => "run", (true, null) => "resuming", _ => "reading" };
        terminal.Note($"{doing} {run.Manifest.Id}: {run.Manifest.Dataset.Samples} samples of split {run.Manifest.Dataset.Split} × {run.Manifest.Pipelines.Count} pipelines × {run.Manifest.Options.Repeats}");
        return run;
    }
}
