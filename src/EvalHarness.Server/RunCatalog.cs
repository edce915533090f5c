using System.Collections.Concurrent;
using EvalHarness.Gates;
using EvalHarness.Inputs;
using EvalHarness.Reports.Csv;
using EvalHarness.Reports.Live;
using EvalHarness.Runs;
using EvalHarness.Server.Files;

namespace EvalHarness.Server;

/// <summary>The runs of a folder, looked up for each request; what has not changed is not read again.</summary>
internal sealed class RunCatalog(ServedFolder folder)
{
    private static readonly string[] ReadFrom = ["run.json", "summary.csv", GateFile.Name];

    // Finished ones, with when their files were written.
    private readonly ConcurrentDictionary<string, (string Written, ListedRun Run)> finished = new(StringComparer.Ordinal);

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<ListedRun>> ListAsync(CancellationToken cancellationToken)
    {
        List<ListedRun> runs = [];
        foreach (var name in folder.Names())
            if (await FindAsync(name, cancellationToken) is { } run)
                runs.Add(run);
        return [.. runs.OrderByDescending(r => r.Manifest.StartedAt).ThenByDescending(r => r.Id, StringComparer.Ordinal)];
    }

    /// <summary>Absent where the folder holds no run of that name.</summary>
    public async Task<ListedRun?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (folder.Find(id, "run.json") is not { } file)
            return null;
        RunFolder run = new(Path.GetDirectoryName(file)!);
        var written = string.Join(' ', ReadFrom.Select(f => File.GetLastWriteTimeUtc(Path.Combine(run.FullPath, f)).Ticks));
        if (finished.TryGetValue(id, out var known) && known.Written == written)
            return known.Run;
        try
        {
            var read = await ReadAsync(run, cancellationToken);
            if (read is { IsFinished: true })
                finished[id] = (written, read);
            return read;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It was removed meanwhile, or is not to be read.
            return null;
        }
    }

    private static async Task<ListedRun?> ReadAsync(RunFolder run, CancellationToken cancellationToken) => run.TryReadManifest() is { } manifest
        ? new ListedRun(run, manifest, manifest.FinishedAt is null ? await ProgressAsync(run, cancellationToken) : null, await SummaryCsvReader.ReadAsync(run.FullPath, cancellationToken), Verdict(run))
        : null;

    private static async Task<RunProgress?> ProgressAsync(RunFolder run, CancellationToken cancellationToken)
    {
        try
        {
            return await RunProgress.ReadAsync(run, cancellationToken);
        }
        catch (InputException)
        {
            return null;
        }
    }

    private static Verdict? Verdict(RunFolder run)
    {
        try
        {
            return GateFile.TryRead(run.FullPath)?.Verdict;
        }
        catch (InputException)
        {
            return null;
        }
    }
}
