using EvalHarness.Runs;

namespace EvalHarness.Cli.Tracking;

/// <summary>Exports a run: experiment, run, parameters, tags, metrics, files. Once more, and MLflow's run is brought up to date.</summary>
internal sealed class MlflowExport(MlflowServer server, TimeProvider time, Action<string> say)
{
    /// <param name="experiment">Its name in MLflow.</param>
    /// <param name="folder">The run's; absent when its files stay here.</param>
    public async Task<MlflowResult> ExportAsync(RunReport report, string experiment, string? folder, CancellationToken cancellationToken)
    {
        var run = MlflowRun.Of(report);
        var target = await MlflowTarget.FindOrMakeAsync(server, experiment, run, report.Manifest.StartedAt, cancellationToken);
        List<MlflowMetric> metrics = [.. Changed(run, target)];
        foreach (var batch in MlflowBatches.Of(target.Id, metrics, Missing(run, target), run.Tags))
            await server.PostAsync("runs/log-batch", batch, cancellationToken);
        var files = folder is null ? null : await UploadAsync(target, folder, cancellationToken);

        // Last: a run that was exported half-way does not look finished.
        await server.PostAsync("runs/update", Ended(target.Id, report.Manifest), cancellationToken);
        return new MlflowResult(new Uri(server.Uri, $"#/experiments/{target.Experiment}/runs/{target.Id}"), target.Id, target.IsNew, metrics.Count, files);
    }

    // MLflow keeps every value that was ever logged: only what is new is logged again, one step on.
    private IEnumerable<MlflowMetric> Changed(MlflowRun run, MlflowTarget target)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return run.Metrics
            .Select(m => (m.Key, m.Value, Last: target.Metrics.GetValueOrDefault(m.Key)))
            .Where(m => m.Last is null || !m.Last.Value.Equals(m.Value))
            .Select(m => new MlflowMetric(m.Key, m.Value, now, m.Last is null ? 0 : m.Last.Step + 1));
    }

    private IEnumerable<MlflowPair> Missing(MlflowRun run, MlflowTarget target)
    {
        foreach (var kept in run.Parameters.Where(p => target.Parameters.TryGetValue(p.Key, out var value) && value != p.Value))
            say($"warning: parameter '{kept.Key}' stays as it is in MLflow, which changes none");
        return run.Parameters.Where(p => !target.Parameters.ContainsKey(p.Key));
    }

    private async Task<int?> UploadAsync(MlflowTarget target, string folder, CancellationToken cancellationToken)
    {
        var files = await new MlflowArtefacts(server).UploadAsync(target.ArtefactUri, folder, cancellationToken);
        if (files is null)
            say($"note: no file is uploaded: the server does not serve artefacts itself, it keeps them at {target.ArtefactUri}. Start it with --serve-artifacts, or copy {folder} there.");
        return files;
    }

    private static object Ended(string id, RunManifest manifest) => manifest.FinishedAt is { } finished
        ? new { run_id = id, run_name = manifest.Id, status = "FINISHED", end_time = finished.ToUnixTimeMilliseconds() }
        : new { run_id = id, run_name = manifest.Id, status = manifest.Stops is null ? "RUNNING" : "KILLED" };
}
