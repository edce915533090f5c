using EvalHarness.Datasets;

namespace EvalHarness.Runs;

/// <summary>A run that this process holds: its folder, lock, manifest and store.</summary>
public sealed class OpenRun : IAsyncDisposable
{
    private readonly RunLock runLock;

    private OpenRun(RunFolder folder, RunLock runLock, RunManifest manifest)
    {
        Folder = folder;
        this.runLock = runLock;
        Manifest = manifest;
        Store = RunStore.Open(folder);
    }

    public RunFolder Folder { get; }

    public RunManifest Manifest { get; private set; }

    public RunStore Store { get; }

    /// <summary>Takes up a run that exists. Throws InputException when another process has it.</summary>
    public static OpenRun Existing(RunFolder folder)
    {
        var runLock = RunLock.Take(folder);
        return new OpenRun(folder, runLock, folder.ReadManifest());
    }

    /// <summary>Makes the folder, takes in the samples, and writes the manifest last: a folder without one is no run.</summary>
    /// <param name="manifest">Told the number of samples, makes the manifest.</param>
    public static async Task<OpenRun> CreateAsync(string parent, string id, IAsyncEnumerable<Sample> samples, Func<int, RunManifest> manifest, CancellationToken cancellationToken)
    {
        var folder = new RunFolder(Path.GetFullPath(Path.Combine(parent, id)));
        Directory.CreateDirectory(folder.FullPath);
        var runLock = RunLock.Take(folder);
        try
        {
            await using (var store = RunStore.Open(folder))
                folder.WriteManifest(manifest(await store.Samples.WriteAsync(samples, cancellationToken)));
            return new OpenRun(folder, runLock, folder.ReadManifest());
        }
        catch
        {
            runLock.Dispose();
            Directory.Delete(folder.FullPath, recursive: true);
            throw;
        }
    }

    /// <summary>Writes down that every work item has its trace and score.</summary>
    public void Finish(DateTimeOffset at)
    {
        Manifest = Manifest with { FinishedAt = at };
        Folder.WriteManifest(Manifest);
    }

    /// <summary>Makes another pipeline the baseline of this run's comparisons.</summary>
    public void CompareWith(string baseline)
    {
        Manifest = Manifest with { Baseline = baseline };
        Folder.WriteManifest(Manifest);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        runLock.Dispose();
    }
}
