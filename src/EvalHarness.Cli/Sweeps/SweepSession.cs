using EvalHarness.Cli.Terminal;
using EvalHarness.Comparisons;
using EvalHarness.Datasets;
using EvalHarness.Decisions.Sweeps;
using EvalHarness.Experiments;
using EvalHarness.Experiments.Sweeps;
using EvalHarness.Inputs;
using EvalHarness.Metrics;
using EvalHarness.Reports.Sweeps;
using EvalHarness.Reports.Wording;
using EvalHarness.Runs;
using EvalHarness.Schemas;

namespace EvalHarness.Cli.Sweeps;

/// <summary>A sweep from its points to the confirmed choice: checks everything, runs, chooses, writes, confirms.</summary>
internal sealed class SweepSession(Sweep sweep, SweepSettings settings, TerminalOutput terminal, TimeProvider time)
{
    private readonly TakenUpRun run = new(settings.Parent, settings.Limit, settings.AlwaysNew, settings.Command, terminal, time);

    /// <summary>For the run that is chosen from.</summary>
    public Composition Compose() => Compose(sweep.Choosing);

    public async Task<SweepEnd> RunAsync(CancellationToken cancellationToken)
    {
        using var composition = Compose();
        await CheckAsync(composition, cancellationToken);
        var (report, folder) = await run.RunAsync(composition, cancellationToken);
        if (IsIncomplete(report))
            return new SweepEnd(RunResult.Print(report, folder, settings.Format, terminal), null, null);

        var result = Choose(report) with { Confirmations = SweepFile.Confirmations(folder.FullPath) };
        await SweepWriter.WriteAsync(result, folder.FullPath, cancellationToken);
        if (settings.ConfirmOn is not { } split || result.Choice.Chosen.IsUnvaried)
            return new SweepEnd(ExitCode.Done, result, folder.FullPath);
        return await ConfirmAsync(result, folder, split, cancellationToken);
    }

    private Composition Compose(Experiment experiment) => new(new CompositionOptions(experiment, settings.Parent, settings.AllowsPlugins, time, terminal.Note));

    // Before anything is asked: hours of answers must not end at a typing error.
    private async Task CheckAsync(Composition composition, CancellationToken cancellationToken)
    {
        if (settings.Plan.Objective is { } named)
            Known(named, composition.Metrics());
        if (settings.ConfirmOn is { } split)
            await CheckSplitAsync(split, cancellationToken);
        if (settings.Tag is { } tag)
            await CheckTagAsync(tag, composition.Inputs, cancellationToken);
    }

    private static Metric Known(string named, IEnumerable<Metric> metrics)
    {
        Dictionary<string, Metric> known = metrics.Where(m => m.IsCompared).ToDictionary(m => m.Id, StringComparer.Ordinal);
        return known.GetValueOrDefault(named)
            ?? throw new InputException(new InputProblem("--objective", $"rows are not compared by a metric '{named}'", $"{NearestName.Question(named, known.Keys)}There are: {string.Join(", ", known.Keys)}."));
    }

    private async Task CheckSplitAsync(string split, CancellationToken cancellationToken)
    {
        if (split == sweep.Choosing.Split)
            throw new InputException(new InputProblem("--confirm-on", $"the choice is made on split '{split}', too", "Confirm on rows that have no part in it, or say --no-confirm."));
        await new ExperimentInputs(sweep.Confirming(sweep.Grid.Unvaried, split)).SamplesAsync(choice: null, cancellationToken).CountAsync(cancellationToken);
    }

    private async Task CheckTagAsync(string tag, ExperimentInputs inputs, CancellationToken cancellationToken)
    {
        SortedSet<string> tags = new(StringComparer.Ordinal);
        await foreach (var sample in inputs.SamplesAsync(new SampleChoice(settings.Limit), cancellationToken))
            tags.UnionWith(sample.Tags.Keys);
        if (!tags.Contains(tag))
            throw new InputException(new InputProblem("--slice", $"no sample has the tag '{tag}'", $"{NearestName.Question(tag, tags)}Tags: {string.Join(", ", tags)}."));
    }

    // A choice from points of which some were not asked everything would be no choice.
    private static bool IsIncomplete(RunReport report) =>
        report.Manifest.FinishedAt is null || report.Pipelines.Any(p => report.Summaries.FirstOrDefault(s => s.Pipeline == p && s is { Name: "success", Slice: Slice.All }) is not { Estimate.Value: > 0 });

    private SweepResult Choose(RunReport report)
    {
        var objective = settings.Plan.Objective ?? SweepChooser.DefaultObjective(report.Summaries)
            ?? throw new InputException(new InputProblem("--objective", "the rows have no measure of correctness", "Name the metric to be good at."));
        var metric = Known(objective, report.Metrics);
        SweepAim aim = new(metric, settings.Plan.Tolerance ?? SweepAim.DefaultTolerance(metric), settings.Quantile);
        var choice = new SweepChooser(report.Scores, report.Summaries, report.Badges, report.Manifest.Options.Seed, settings.Tag).Choose(sweep.Grid, aim);
        var families = choice.Points.SelectMany(p => p.Figures).Select(f => MetricCatalogue.For(f.Name).Family).ToHashSet(StringComparer.Ordinal);
        return new SweepResult
        {
            Run = report.Manifest.Id,
            Experiment = report.Manifest.Name,
            Dataset = report.Manifest.Dataset,
            Grid = sweep.Grid,
            Aim = aim,
            Choice = choice,
            Badges = [.. report.Badges.Where(b => b.Badge != Badge.Measured && families.Contains(b.Family))],
            Command = settings.Command,
        };
    }

    private async Task<SweepEnd> ConfirmAsync(SweepResult result, RunFolder folder, string split, CancellationToken cancellationToken)
    {
        using var composition = Compose(sweep.Confirming(result.Choice.Chosen, split));
        var evidence = Evidence(composition, result);
        if (result.Confirmations.LastOrDefault(c => c.Evidence == evidence) is { } before)
        {
            terminal.Note($"confirmed already, in run {before.Run}: nothing is looked at again");
            return await WriteAsync(result with { Confirmation = before }, folder, cancellationToken);
        }

        var (report, confirming) = await run.RunAsync(composition, cancellationToken);
        if (IsIncomplete(report))
            return new SweepEnd(RunResult.Print(report, confirming, settings.Format, terminal), result, folder.FullPath);
        var look = SweepFile.NextLook(settings.Parent, report.Manifest.Dataset.Hash, split, evidence);
        var confirmed = new SweepConfirmer(report.Manifest, report.Scores, report.Summaries).Confirm(result.Choice.Chosen, sweep.Grid.Unvaried, result.Aim, evidence, look);
        return await WriteAsync(result with { Confirmation = confirmed, Confirmations = [.. result.Confirmations, confirmed] }, folder, cancellationToken);
    }

    private string Evidence(Composition composition, SweepResult result)
    {
        var pipelines = composition.ResolvedPipelines();
        var dataset = composition.Experiment.Resolve(composition.Experiment.Dataset);
        return SweepConfirmation.EvidenceOf(
            pipelines.Single(p => p.Name == result.Choice.Chosen.Name),
            pipelines.Single(p => p.Name == sweep.Grid.Pipeline),
            new DatasetRecord(dataset, ContentHash.OfFile(dataset), composition.Experiment.Split, 0, settings.Limit),
            result.Aim);
    }

    private static async Task<SweepEnd> WriteAsync(SweepResult result, RunFolder folder, CancellationToken cancellationToken)
    {
        await SweepWriter.WriteAsync(result, folder.FullPath, cancellationToken);
        return new SweepEnd(ExitCode.Done, result, folder.FullPath);
    }
}
