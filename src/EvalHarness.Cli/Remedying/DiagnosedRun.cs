using EvalHarness.Cli.Commands;
using EvalHarness.Cli.Terminal;
using EvalHarness.Experiments;
using EvalHarness.Experiments.Remedies;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Remedying;

/// <summary>A recorded run as remedies are planned from it.</summary>
/// <param name="Experiment">Of the run with all pipelines of its file, asking each question once.</param>
/// <param name="Rows">The first repetition of each.</param>
internal sealed record DiagnosedRun(RunManifest Manifest, Experiment Experiment, IReadOnlyList<DiagnosedRow> Rows)
{
    private const string Once = "run.repeats=1";

    /// <exception cref="Inputs.InputException">Another process has the run, its experiment is gone, or a pipeline is no longer what it was.</exception>
    public static async Task<DiagnosedRun> ReadAsync(RemedySettings settings, TerminalOutput terminal, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var run = OpenRun.Existing(settings.Run);
        var experiment = RecordedExperiment.ReadWhole(run.Manifest, terminal, [Once, .. settings.Overrides]);
        var ran = experiment with { Pipelines = [.. experiment.Pipelines.Where(p => run.Manifest.Pipelines.Any(m => m.Name == p.Name))] };
        using var composition = new Composition(new CompositionOptions(ran, settings.Parent, settings.AllowsPlugins, time, terminal.Note));
        UnchangedPipelines.Demand(run.Manifest, composition, "What failed then may not fail now: start a new run, and look for its remedies.");
        if (run.Manifest.FinishedAt is null)
            terminal.Note($"note: this run is unfinished, and remedies are of what it has. It is resumed by: {run.Manifest.Command}");
        var report = await composition.Evaluation().ReadAsync(run, cancellationToken);
        return new DiagnosedRun(run.Manifest, experiment, await new RowDiagnosis(report).RowsAsync(cancellationToken).ToListAsync(cancellationToken));
    }
}
