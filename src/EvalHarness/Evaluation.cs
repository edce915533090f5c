using EvalHarness.Calibration;
using EvalHarness.Comparisons;
using EvalHarness.Diagnosis;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Format;
using EvalHarness.Evaluators.Judges;
using EvalHarness.Experiments;
using EvalHarness.Experiments.Ledgers;
using EvalHarness.Gates;
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
    // Judges are waited for; how many calls are under way, their endpoint's limits say.
    private const int JudgedAtOnce = 16;

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

    /// <summary>Replays what is missing, scores what is new, and writes the reports.</summary>
    /// <remarks>Cancelling leaves a run that the same call resumes, as do a budget, a deadline and an endpoint that stops a pipeline; then the reports tell so.</remarks>
    /// <exception cref="RunStoppedException">It was stopped before its first answer.</exception>
    public async Task<RunReport> RunAsync(OpenRun run, IEvaluationProgress progress, CancellationToken cancellationToken)
    {
        var runner = await RunnerAsync(run, cancellationToken);
        progress.Replaying(run.Manifest.WorkItems, await run.Store.Traces.CountAsync(cancellationToken));
        run.End(await LearningAsync(run, runner.RunAsync(Plan(run.Manifest), run.Manifest.Stops ?? [], progress.Traced, cancellationToken)));

        return await ReportAsync(run, progress, cancellationToken);
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

        return await ReportAsync(run, progress, cancellationToken);
    }

    /// <summary>From recorded traces to reports; no pipeline is called. An unfinished run stays one, and is reported as far as it went.</summary>
    /// <exception cref="InputException">The run has no answer yet.</exception>
    public async Task<RunReport> ReportAsync(OpenRun run, IEvaluationProgress progress, CancellationToken cancellationToken)
    {
        if (await run.Store.Traces.CountAsync(cancellationToken) == 0)
            throw run.Manifest.Stops is { } stops
                ? new RunStoppedException(stops)
                : new InputException(new InputProblem(run.Manifest.Id, "the run was stopped before its first answer", $"Resume it: {run.Manifest.Command}"));

        progress.Scoring(run.Manifest.WorkItems * Evaluators.Count);
        await ScoreAsync(run, progress, cancellationToken);

        progress.Reporting();
        var manifest = await StateAsync(run, cancellationToken);
        var report = await SummariseAsync(run, manifest, cancellationToken);
        foreach (var writer in Writers)
            await writer.WriteAsync(report, run.Folder.FullPath, cancellationToken);

        // Last: a run that is killed before this is taken up again and writes its report.
        if (manifest.FinishedAt is { } finishedAt)
            run.Finish(finishedAt);
        return report;
    }

    /// <summary>What a run's report is written from, as its stored scores have it: nothing is called, scored or written.</summary>
    public async Task<RunReport> ReadAsync(OpenRun run, CancellationToken cancellationToken) =>
        await SummariseAsync(run, await StateAsync(run, cancellationToken), cancellationToken);

    private async Task ScoreAsync(OpenRun run, IEvaluationProgress progress, CancellationToken cancellationToken)
    {
        var scorer = new Scorer(run.Store, Evaluators, Events)
        {
            InFlight = Inputs.Experiment.Judges.Count == 0 ? Environment.ProcessorCount : Math.Max(JudgedAtOnce, Environment.ProcessorCount),
            JudgeLimit = JudgeLimit is null ? null : await JudgeLimit(run, cancellationToken),
        };
        run.EndScoring(await scorer.ScoreAsync(progress.Scored, cancellationToken));
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

    // Finished when nothing is missing; otherwise every reader of the report is told.
    private async Task<RunManifest> StateAsync(OpenRun run, CancellationToken cancellationToken)
    {
        var missing = await run.Store.Plan.MissingAsync(cancellationToken);
        return missing == 0 && run.Manifest.Stops?.Any(s => s.Judge is not null) != true
            ? run.Manifest with { FinishedAt = run.Manifest.FinishedAt ?? Time.GetUtcNow() }
            : run.Manifest with { Notes = [.. (run.Manifest.Stops ?? []).Select(s => s.Message), Unfinished(run, missing), .. run.Manifest.Notes] };
    }

    private static string Unfinished(OpenRun run, int missing) => missing > 0
        ? $"Unfinished: {missing} of {run.Manifest.WorkItems} answers are missing, and no figure knows of them."
        : "Unfinished: not every row is judged, and those that are not count as not scored.";

    private async Task<RunReport> SummariseAsync(OpenRun run, RunManifest manifest, CancellationToken cancellationToken)
    {
        var metrics = Evaluators.SelectMany(e => e.Metrics).ToList();
        var definitions = Evaluators.Select(e => e.Definition).ToHashSet(StringComparer.Ordinal);
        var table = await ScoreTable.LoadAsync(run.Store.Scores.RowsAsync(definitions, cancellationToken), metrics, cancellationToken);
        var seed = manifest.Options.Seed;
        var reader = new AnswerReader(Inputs.Experiment.Answer);
        var consistency = await new RepeatSummariser(seed, manifest.Options.Repeats, reader).SummariseAsync(run.Store.Scores.RowsAsync(definitions, cancellationToken), table, cancellationToken);
        var fields = await FieldsAsync(run, manifest, definitions, table, cancellationToken);

        return new RunReport
        {
            Manifest = manifest,
            Pipelines = [.. manifest.Pipelines.Select(p => p.Name)],
            Metrics = metrics,
            Summaries = MetricSummary.Merge(new Summariser(seed).Summarise(table), [.. consistency, .. FieldTable.Summaries(fields)]),
            // A run that was stopped early may have no answer of its baseline, and then nothing to compare with.
            Comparisons = table.Pipelines.Contains(manifest.Baseline) ? new PairedComparer(seed).Compare(table, manifest.Baseline) : [],
            Causes = new CauseSummariser(seed).Summarise(table),
            Fields = fields,
            Scores = table,
            Badges = FamilyBadge.Complete(CostBadge.In(Reported(manifest), LatencyBadge.In(manifest, Inputs.Experiment.Badges))),
            Answers = reader,
            Corpus = Inputs.Corpus,
            Description = Inputs.Experiment.Description,
            ScorerErrors = ScorerError.Of(metrics, Inputs.Calibrations),
            Prices = Inputs.Prices.Sources,
            Ledger = await new Ledger(Inputs).EntriesAsync(manifest, run.Store, cancellationToken),
            Gate = GateFile.TryRead(run.Folder.FullPath),
            Rows = token => run.Store.Scores.RowsAsync(definitions, token),
        };
    }

    // As the experiment has them now, for what their models are priced as.
    private IEnumerable<PipelineSpec> Reported(RunManifest manifest) => Inputs.Experiment.Pipelines.Where(p => manifest.Pipelines.Any(m => m.Name == p.Name));

    // Rows are read once more, and only where samples expect fields.
    private async Task<IReadOnlyList<FieldResult>> FieldsAsync(OpenRun run, RunManifest manifest, IReadOnlySet<string> definitions, ScoreTable table, CancellationToken cancellationToken)
    {
        string[] pipelines = [.. manifest.Pipelines.Select(p => p.Name)];
        if (pipelines.All(p => table.Column(p, FormatEvaluator.FieldsId) is not { } column || column.Counts(table.Slices[0].Samples) is { Scored: 0 }))
            return [];
        var fields = new FieldTable(new FieldReader(new AnswerReader(Inputs.Experiment.Answer)), EnumField.In(Inputs.AnswerSchema));
        await foreach (var row in run.Store.Scores.RowsAsync(definitions, cancellationToken))
            fields.Add(row);
        return fields.Results(pipelines);
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
