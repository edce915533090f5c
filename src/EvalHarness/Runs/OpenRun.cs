using EvalHarness.Datasets;
using EvalHarness.Inputs;

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
        Make(folder);
        var runLock = RunLock.Take(folder);
        try
        {
            await using (var store = RunStore.Open(folder))
                folder.WriteManifest(manifest(await store.WriteSamplesAsync(samples, cancellationToken)));
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

    /// <summary>Takes over mended gold labels, and writes down which dataset the scores now rest on.</summary>
    /// <exception cref="InputException">A question is not the one that was asked, or the dataset is wrong; nothing has changed then.</exception>
    public async Task RelabelAsync(IAsyncEnumerable<Sample> samples, CancellationToken cancellationToken)
    {
        await Store.UpdateSamplesAsync(samples, cancellationToken);
        Manifest = Manifest with { Dataset = Manifest.Dataset with { Hash = ContentHash.OfFile(Manifest.Dataset.File) } };
        Folder.WriteManifest(Manifest);
    }

    /// <summary>Makes another pipeline the baseline of this run's comparisons.</summary>
    public void CompareWith(string baseline)
    {
        Manifest = Manifest with { Baseline = baseline };
        Folder.WriteManifest(Manifest);
    }

    private static void Make(RunFolder folder)
    {
        try
        {
            Directory.CreateDirectory(folder.FullPath);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputProblem(folder.FullPath, $"the run's folder cannot be made: {exception.Message.TrimEnd('.')}", "Choose another parent folder with --out."));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        runLock.Dispose();
    }
}
