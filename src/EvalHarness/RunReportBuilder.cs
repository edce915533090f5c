using EvalHarness.Calibration;
using EvalHarness.Comparisons;
using EvalHarness.Decisions;
using EvalHarness.Decisions.Production;
using EvalHarness.Decisions.Studies;
using EvalHarness.Diagnosis;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Format;
using EvalHarness.Experiments;
using EvalHarness.Experiments.Ledgers;
using EvalHarness.Gates;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;
using EvalHarness.Runs;

namespace EvalHarness;

/// <summary>From a run's stored scores to all that a report is written from; nobody is called and nothing is scored.</summary>
internal sealed class RunReportBuilder(OpenRun run, ExperimentInputs inputs, IReadOnlyList<IEvaluator> evaluators, TimeProvider time)
{
    private readonly IReadOnlyList<Metric> metrics = [.. evaluators.SelectMany(e => e.Metrics)];
    private readonly HashSet<string> definitions = evaluators.Select(e => e.Definition).ToHashSet(StringComparer.Ordinal);
    private readonly AnswerReader reader = new(inputs.Experiment.Answer);

    public async Task<RunReport> BuildAsync(CancellationToken cancellationToken)
    {
        var manifest = await StateAsync(cancellationToken);
        var table = await ScoreTable.LoadAsync(Rows(cancellationToken), metrics, cancellationToken);
        var seed = manifest.Options.Seed;
        var consistency = await new RepeatSummariser(seed, manifest.Options.Repeats, reader).SummariseAsync(Rows(cancellationToken), table, cancellationToken);
        var fields = await FieldsAsync(manifest, table, cancellationToken);
        var badges = FamilyBadge.Complete(CostBadge.In(Reported(manifest), LatencyBadge.In(manifest, inputs.Experiment.Badges)));
        var ledger = await new Ledger(inputs).EntriesAsync(manifest, run.Store, cancellationToken);
        var summaries = MetricSummary.Merge(new Summariser(seed).Summarise(table), [.. consistency, .. FieldTable.Summaries(fields)]);

        return new RunReport
        {
            Manifest = manifest,
            Pipelines = [.. manifest.Pipelines.Select(p => p.Name)],
            Metrics = metrics,
            Summaries = summaries,
            // A run that was stopped early may have no answer of its baseline, and then nothing to compare with.
            Comparisons = table.Pipelines.Contains(manifest.Baseline) ? new PairedComparer(seed).Compare(table, manifest.Baseline) : [],
            Causes = new CauseSummariser(seed).Summarise(table),
            Fields = fields,
            Scores = table,
            Unscored = await UnscoredAsync(summaries, cancellationToken),
            Badges = badges,
            Answers = reader,
            Corpus = inputs.Corpus,
            Description = inputs.Experiment.Description,
            ScorerErrors = ScorerError.Of(metrics, inputs.Calibrations),
            Prices = inputs.Prices.Sources,
            Ledger = ledger,
            Decision = Decide(manifest, table, badges, ledger),
            Gate = GateFile.TryRead(run.Folder.FullPath),
            Rows = Rows,
        };
    }

    private Decision? Decide(RunManifest manifest, ScoreTable table, IReadOnlyList<FamilyBadge> badges, IReadOnlyList<LedgerEntry> ledger)
    {
        var settings = inputs.Experiment.Decision is { } file ? DecisionReader.Read(inputs.Experiment.Resolve(file)) : DecisionSettings.None;
        var answered = manifest.Pipelines.Where(p => table.Pipelines.Contains(p.Name)).ToList();
        List<FixedSum> sums = [.. ledger.Where(e => e is { Ledger: LedgerKind.Preparation, Pipelines.Count: > 0 }).Select(e => new FixedSum(e.Pipelines, (double?)e.Usd, e.Per == "month"))];
        var arms = Arms.Of(answered, settings.Arms);
        return DecisionMaker.Decide(new DecisionInputs(table, arms, settings, badges, sums, manifest.Options.Seed)
        {
            Checkpoints = Arms.Tuned(answered),
            Studies = StudyFile.TryRead(run.Folder.FullPath, settings.StudyKey),
            Aliases = CheckpointOf(arms[Arm.FineTuned] ?? arms[Arm.Hybrid]) is { } checkpoint ? AliasRecord.Read(inputs.Experiment.Registry, checkpoint) : AliasRecord.None,
        });
    }

    private string? CheckpointOf(string? pipeline) => (string?)inputs.Experiment.Pipelines.FirstOrDefault(p => p.Name == pipeline)?.Settings["model"]?["checkpoint"];

    // Finished when nothing is missing; otherwise every reader of the report is told.
    private async Task<RunManifest> StateAsync(CancellationToken cancellationToken)
    {
        var missing = await run.Store.Plan.MissingAsync(cancellationToken);
        return missing == 0 && run.Manifest.Stops?.Any(s => s.Scorer is not null) != true
            ? run.Manifest with { FinishedAt = run.Manifest.FinishedAt ?? time.GetUtcNow() }
            : run.Manifest with { Notes = [.. (run.Manifest.Stops ?? []).Select(s => s.Message), Unfinished(missing), .. run.Manifest.Notes] };
    }

    private string Unfinished(int missing) => missing > 0
        ? $"Unfinished: {missing} of {run.Manifest.WorkItems} answers are missing, and no figure knows of them."
        : "Unfinished: not every row is scored, and those that are not count as not scored.";

    private IAsyncEnumerable<ResultRow> Rows(CancellationToken cancellationToken) => run.Store.Scores.RowsAsync(definitions, cancellationToken);

    // As the experiment has them now, for what their models are priced as.
    private IEnumerable<PipelineSpec> Reported(RunManifest manifest) => inputs.Experiment.Pipelines.Where(p => manifest.Pipelines.Any(m => m.Name == p.Name));

    // Rows are read once more, and only where samples expect fields.
    private async Task<IReadOnlyList<FieldResult>> FieldsAsync(RunManifest manifest, ScoreTable table, CancellationToken cancellationToken)
    {
        string[] pipelines = [.. manifest.Pipelines.Select(p => p.Name)];
        if (pipelines.All(p => table.Column(p, FormatEvaluator.FieldsId) is not { } column || column.Counts(table.Slices[0].Samples) is { Scored: 0 }))
            return [];
        var fields = new FieldTable(new FieldReader(reader), EnumField.In(inputs.AnswerSchema));
        await foreach (var row in Rows(cancellationToken))
            fields.Add(row);
        return fields.Results(pipelines);
    }

    // Rows are read once more, and only where some metric has no value at all.
    private async Task<IReadOnlyList<UnscoredMetric>> UnscoredAsync(IReadOnlyList<MetricSummary> summaries, CancellationToken cancellationToken)
    {
        var unscored = new UnscoredReasons(summaries, metrics);
        if (!unscored.IsEmpty)
            await foreach (var row in Rows(cancellationToken))
                unscored.Add(row);
        return unscored.Metrics;
    }
}
