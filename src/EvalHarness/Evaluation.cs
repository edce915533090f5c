using EvalHarness.Comparisons;
using EvalHarness.Evaluators;
using EvalHarness.Experiments;
using EvalHarness.Experiments.Ledgers;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
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
    /// <summary>What the run may spend; without one, nothing is too dear.</summary>
    public ISpendLimit? SpendLimit { get; init; }

    /// <summary>Replays what is missing, scores what is new, and writes the reports.</summary>
    /// <remarks>Cancelling leaves a run that the same call resumes.</remarks>
    public async Task<RunReport> RunAsync(OpenRun run, IEvaluationProgress progress, CancellationToken cancellationToken)
    {
        var plan = Plan(run.Manifest);
        var pipelines = await BuildAsync(run.Manifest.Pipelines, cancellationToken);
        progress.Replaying(run.Manifest.WorkItems, await run.Store.Traces.CountAsync(cancellationToken));
        await new Runner(run.Store, pipelines, run.Manifest.Options, Time).RunAsync(plan, run.Manifest.WorkItems, progress.Traced, cancellationToken);

        return await ReportAsync(run, progress, cancellationToken);
    }

    /// <summary>Tries failed work items again, then scores and reports anew.</summary>
    public async Task<RunReport> RetryAsync(OpenRun run, IEvaluationProgress progress, CancellationToken cancellationToken)
    {
        var pipelines = await BuildAsync(run.Manifest.Pipelines, cancellationToken);
        var failed = await run.Store.Traces.FailedAsync(cancellationToken);
        progress.Replaying(failed.Count, 0);
        await new Runner(run.Store, pipelines, run.Manifest.Options, Time).RetryAsync(Plan(run.Manifest), progress.Traced, cancellationToken);

        return await ReportAsync(run, progress, cancellationToken);
    }

    /// <summary>From recorded traces to reports; no pipeline is called. An unfinished run stays one, and is reported as far as it went.</summary>
    /// <exception cref="InputException">The run has no answer yet.</exception>
    public async Task<RunReport> ReportAsync(OpenRun run, IEvaluationProgress progress, CancellationToken cancellationToken)
    {
        if (await run.Store.Traces.CountAsync(cancellationToken) == 0)
            throw new InputException(new InputProblem(run.Manifest.Id, "the run was stopped before its first answer", $"Resume it: {run.Manifest.Command}"));

        progress.Scoring(run.Manifest.WorkItems * Evaluators.Count);
        await new Scorer(run.Store, Evaluators).ScoreAsync(progress.Scored, cancellationToken);

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

    // Finished when nothing is missing; otherwise every reader of the report is told.
    private async Task<RunManifest> StateAsync(OpenRun run, CancellationToken cancellationToken)
    {
        var missing = await run.Store.Plan.MissingAsync(cancellationToken);
        return missing == 0
            ? run.Manifest with { FinishedAt = run.Manifest.FinishedAt ?? Time.GetUtcNow() }
            : run.Manifest with { Notes = [.. run.Manifest.Notes, $"Unfinished: {missing} of {run.Manifest.WorkItems} answers are missing, and no figure knows of them."] };
    }

    private async Task<RunReport> SummariseAsync(OpenRun run, RunManifest manifest, CancellationToken cancellationToken)
    {
        var metrics = Evaluators.SelectMany(e => e.Metrics).ToList();
        var definitions = Evaluators.Select(e => e.Definition).ToHashSet(StringComparer.Ordinal);
        var table = await ScoreTable.LoadAsync(run.Store.Scores.RowsAsync(definitions, cancellationToken), metrics, cancellationToken);
        var seed = manifest.Options.Seed;

        return new RunReport
        {
            Manifest = manifest,
            Pipelines = [.. manifest.Pipelines.Select(p => p.Name)],
            Metrics = metrics,
            Summaries = new Summariser(seed).Summarise(table),
            Comparisons = new PairedComparer(seed).Compare(table, manifest.Baseline),
            Scores = table,
            Badges = FamilyBadge.Complete(Inputs.Experiment.Badges),
            Answers = new AnswerReader(Inputs.Experiment.Answer),
            Corpus = Inputs.Corpus,
            Description = Inputs.Experiment.Description,
            Prices = Inputs.Prices.Sources,
            Ledger = await new Ledger(Inputs).EntriesAsync(manifest, run.Store.Traces, cancellationToken),
            Rows = token => run.Store.Scores.RowsAsync(definitions, token),
        };
    }

    private RunPlan Plan(RunManifest manifest) => RunPlan.Of(manifest.Pipelines, Inputs.AnswerSchema, manifest.Options);

    private async Task<IReadOnlyDictionary<string, IPipeline>> BuildAsync(IEnumerable<PipelineSpec> specs, CancellationToken cancellationToken)
    {
        Dictionary<string, IPipeline> pipelines = new(StringComparer.Ordinal);
        foreach (var spec in specs)
            pipelines.Add(spec.Name, await Factories.Single(f => f.Kind == spec.Kind).BuildAsync(spec, cancellationToken));
        return pipelines;
    }
}
