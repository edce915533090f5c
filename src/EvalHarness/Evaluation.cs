using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Judges;
using EvalHarness.Experiments;
using EvalHarness.Experiments.Ledgers;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Runs;

namespace EvalHarness;

/// <summary>The whole harness: one gold dataset through its pipelines, to scores, statistics and reports.</summary>
/// <param name="Writers">In the order in which they run: the page shows the charts that were written before it.</param>
public sealed record Evaluation(
    ExperimentInputs Inputs,
    IReadOnlyList<IPipelineFactory> Factories,
    IReadOnlyList<IEvaluator> Evaluators,
    IReadOnlyList<IReportWriter> Writers,
    TimeProvider Time)
{
    /// <summary>What the run may spend, told once everything is prepared; without one, nothing is too dear.</summary>
    public Func<OpenRun, CancellationToken, Task<ISpendLimit>>? SpendLimit { get; init; }

    /// <summary>What judges may be paid, told when scoring begins; without one, nothing is too dear.</summary>
    public Func<OpenRun, CancellationToken, Task<IJudgeLimit>>? JudgeLimit { get; init; }

    /// <summary>What factories prepare while pipelines are built.</summary>
    public PreparationLog Preparation { get; init; } = new();

    /// <summary>What was learned of the endpoints' limits so far.</summary>
    public Func<IReadOnlyList<LimitChange>> LimitChanges { get; init; } = () => [];

    /// <summary>Told each score as OpenTelemetry's <c>gen_ai.evaluation.result</c>.</summary>
    public ScoreEvents Events { get; init; } = ScoreEvents.None;

    /// <summary>What of reasons and details scores may keep.</summary>
    public ScoreText ScoreText { get; init; } = ScoreText.Open;

    /// <summary>Replays what is missing, scores what is new, and writes the reports.</summary>
    /// <remarks>Cancelling leaves a run that the same call resumes, as do a budget, a deadline and an endpoint that stops a pipeline; then the reports tell so.</remarks>
    /// <exception cref="RunStoppedException">It was stopped before its first answer.</exception>
    public async Task<RunReport> RunAsync(OpenRun run, IEvaluationProgress progress, CancellationToken cancellationToken)
    {
        var runner = await RunnerAsync(run, cancellationToken);
        progress.Replaying(run.Manifest.WorkItems, await run.Store.Traces.CountAsync(cancellationToken));
        run.End(await LearningAsync(run, runner.RunAsync(Plan(run.Manifest), run.Manifest.Stops ?? [], progress.Traced, cancellationToken)));

        return await ScoreAsync(run, notScoredToo: false, progress, cancellationToken);
    }

    /// <summary>Tries failed work items again, then scores and reports anew.</summary>
    /// <param name="missingToo">Whether what a stop left without an answer is answered as well.</param>
    public async Task<RunReport> RetryAsync(OpenRun run, bool missingToo, IEvaluationProgress progress, CancellationToken cancellationToken)
    {
        var runner = await RunnerAsync(run, cancellationToken);
        var failed = await run.Store.Traces.FailedAsync(cancellationToken);
        var missing = missingToo ? await run.Store.Plan.MissingAsync(cancellationToken) : 0;
        progress.Replaying(failed.Count + missing, 0);
        var stops = await LearningAsync(run, runner.RetryAsync(Plan(run.Manifest), missingToo, progress.Traced, cancellationToken));
        if (missingToo || stops.Count > 0)
            run.End(stops);

        return await ScoreAsync(run, notScoredToo: false, progress, cancellationToken);
    }

    /// <summary>Scores recorded answers where they have no score of the present definitions, and reports anew; no pipeline is called.</summary>
    /// <param name="notScoredToo">Whether rows that were not scored are tried again, too.</param>
    /// <exception cref="InputException">The run has no answer yet.</exception>
    public async Task<RunReport> ScoreAsync(OpenRun run, bool notScoredToo, IEvaluationProgress progress, CancellationToken cancellationToken)
    {
        await ThrowIfUnansweredAsync(run, cancellationToken);
        await Scoring.ScoreAsync(run, Inputs.Experiment.Judges.Count > 0, notScoredToo, progress, cancellationToken);
        return await WriteAsync(run, progress, cancellationToken);
    }

    /// <summary>From stored scores to reports; nobody is called. An unfinished run stays one, and is reported as far as it went.</summary>
    /// <exception cref="InputException">It cannot be reported: <see cref="ThrowIfUnscoredAsync"/>.</exception>
    public async Task<RunReport> ReportAsync(OpenRun run, IEvaluationProgress progress, CancellationToken cancellationToken)
    {
        await ThrowIfUnscoredAsync(run, cancellationToken);
        return await WriteAsync(run, progress, cancellationToken);
    }

    /// <summary>Looks whether a run can be reported as it is; nothing is written.</summary>
    /// <exception cref="InputException">The run has no answer yet, or rows have no score of the present definitions.</exception>
    public async Task ThrowIfUnscoredAsync(OpenRun run, CancellationToken cancellationToken)
    {
        await ThrowIfUnansweredAsync(run, cancellationToken);
        await Scoring.ThrowIfMissingAsync(run, cancellationToken);
    }

    private RunScoring Scoring => new(Evaluators, Events, ScoreText, JudgeLimit);

    private static async Task ThrowIfUnansweredAsync(OpenRun run, CancellationToken cancellationToken)
    {
        if (await run.Store.Traces.CountAsync(cancellationToken) == 0)
            throw run.Manifest.Stops is { } stops
                ? new RunStoppedException(stops)
                : new InputException(new InputProblem(run.Manifest.Id, "the run was stopped before its first answer", $"Resume it: {run.Manifest.Command}"));
    }

    private async Task<RunReport> WriteAsync(OpenRun run, IEvaluationProgress progress, CancellationToken cancellationToken)
    {
        progress.Reporting();
        var report = await new RunReportBuilder(run, Inputs, Evaluators, Time).BuildAsync(cancellationToken);
        foreach (var writer in Writers)
            await writer.WriteAsync(report, run.Folder.FullPath, cancellationToken);

        // Last: a run that is killed before this is taken up again and writes its report.
        if (report.Manifest.FinishedAt is { } finishedAt)
            run.Finish(finishedAt);
        return report;
    }

    /// <summary>What a run's report is written from, as its stored scores have it: nothing is called, scored or written.</summary>
    /// <exception cref="InputException">It cannot be reported: <see cref="ThrowIfUnscoredAsync"/>.</exception>
    public async Task<RunReport> ReadAsync(OpenRun run, CancellationToken cancellationToken)
    {
        await ThrowIfUnscoredAsync(run, cancellationToken);
        return await new RunReportBuilder(run, Inputs, Evaluators, Time).BuildAsync(cancellationToken);
    }

    // What was learned of limits is written down however the replay ends.
    private async Task<IReadOnlyList<RunStop>> LearningAsync(OpenRun run, Task<IReadOnlyList<RunStop>> replay)
    {
        try
        {
            return await replay;
        }
        finally
        {
            run.Limited(LimitChanges());
        }
    }

    private RunPlan Plan(RunManifest manifest) => RunPlan.Of(manifest.Pipelines, Inputs.AnswerSchema, manifest.Options);

    private async Task<Runner> RunnerAsync(OpenRun run, CancellationToken cancellationToken)
    {
        var builds = await BuildAsync(run, cancellationToken);
        return new Runner(run.Store, builds.Pipelines, run.Manifest.Pipelines, run.Manifest.Options, Time)
        {
            SpendLimit = SpendLimit is null ? null : await SpendLimit(run, cancellationToken),
            StoppedBefore = builds.Stops,
            WarmedUp = trace => run.Enter(UncountedEntry.OfWarmUp(trace, pays: !Inputs.Pricer.IsUnpaid(trace.Pipeline))),
            BrokenOff = trace => run.Enter(UncountedEntry.OfBrokenOff(trace)),
        };
    }

    private async Task<PipelineBuilds> BuildAsync(OpenRun run, CancellationToken cancellationToken)
    {
        try
        {
            return await PipelineBuilds.MakeAsync(run.Manifest.Pipelines, Factories, cancellationToken);
        }
        finally
        {
            // What was prepared before something went wrong was paid for.
            run.Prepare(Preparation.Entries);
        }
    }
}
