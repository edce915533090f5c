using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Runs;

/// <summary>A run that this process holds, or only reads: its folder, lock, manifest and store.</summary>
public sealed class OpenRun : IAsyncDisposable
{
    // Absent when the run is only read.
    private readonly RunLock? runLock;
    private readonly Lock ledger = new();

    private OpenRun(RunFolder folder, RunLock? runLock, RunManifest manifest, RunStore store)
    {
        Folder = folder;
        this.runLock = runLock;
        Manifest = manifest;
        Store = store;
    }

    public RunFolder Folder { get; }

    public RunManifest Manifest { get; private set; }

    public RunStore Store { get; }

    /// <summary>Takes up a run that exists.</summary>
    /// <exception cref="InputException">Another process has it, or it is damaged.</exception>
    public static OpenRun Existing(RunFolder folder)
    {
        var runLock = RunLock.Take(folder);
        try
        {
            return new OpenRun(folder, runLock, folder.ReadManifest(), RunStore.OpenExisting(folder));
        }
        catch
        {
            runLock.Dispose();
            throw;
        }
    }

    /// <summary>Looks into a run without taking it: it may be under way, and nothing in its folder changes.</summary>
    /// <exception cref="InputException">It is damaged.</exception>
    public static OpenRun ForReading(RunFolder folder) => new(folder, null, folder.ReadManifest(), RunStore.OpenForReading(folder));

    /// <summary>Makes the folder, takes in the samples, writes the plan, and the manifest last: a folder without one is no run.</summary>
    /// <param name="id">The run's id, told how many runs of this second there are already.</param>
    /// <param name="manifest">Told the id and the number of samples, makes the manifest.</param>
    /// <exception cref="InputException">The folder of runs cannot be written to, or samples are wrong: nothing is left behind.</exception>
    public static async Task<OpenRun> CreateAsync(string parent, Func<int, string> id, IAsyncEnumerable<Sample> samples, RunPlan plan, Func<string, int, RunManifest> manifest, CancellationToken cancellationToken)
    {
        var (folder, runLock) = TakeFolder(parent, id);
        RunStore? store = null;
        try
        {
            store = RunStore.Open(folder);
            var count = await store.Samples.WriteAsync(samples, cancellationToken);
            await store.Plan.WriteAsync(plan, cancellationToken);
            folder.WriteManifest(manifest(folder.Id, count));
            return new OpenRun(folder, runLock, folder.ReadManifest(), store);
        }
        catch
        {
            if (store is not null)
                await store.DisposeAsync();
            runLock.Dispose();
            Directory.Delete(folder.FullPath, recursive: true);
            throw;
        }
    }

    /// <summary>Writes down that every work item has its trace, its scores and its place in the report.</summary>
    public void Finish(DateTimeOffset at) => Change(Manifest with { FinishedAt = at });

    /// <summary>Makes another pipeline the baseline of this run's comparisons.</summary>
    public void CompareWith(string baseline) => Change(Manifest with { Baseline = baseline });

    /// <summary>Writes down why a replay ended early; nothing stopped it when there are none.</summary>
    public void End(IReadOnlyList<RunStop> stops) => Change(Manifest with { Stops = stops.Count > 0 ? stops : null });

    /// <summary>Adds what this process learned of the endpoints' limits.</summary>
    public void Limited(IReadOnlyList<LimitChange> changes)
    {
        if (changes.Count > 0)
            Change(Manifest with { LimitChanges = [.. Manifest.LimitChanges ?? [], .. changes] });
    }

    /// <summary>Writes down why judges or programs left rows without a score; empty when scoring came to its end.</summary>
    public void EndScoring(IReadOnlyList<RunStop> ended)
    {
        var before = Manifest.Stops ?? [];
        List<RunStop> stops = [.. before.Where(s => s.Scorer is null), .. ended];
        if (!stops.SequenceEqual(before))
            Change(Manifest with { Stops = stops.Count == 0 ? null : stops });
    }

    /// <summary>Adds to the preparation ledger what is not in it yet: what is found again when a run is taken up was made before, and what was called for was paid.</summary>
    public void Prepare(IReadOnlyList<PreparationEntry> entries)
    {
        // What is found again is priced as the experiment now says.
        var names = entries.Where(e => e is { FromCache: true, Model: not null }).DistinctBy(e => e.What).ToDictionary(e => e.What, e => e.Model!, StringComparer.Ordinal);
        List<PreparationEntry> known = [.. (Manifest.Preparation ?? []).Select(e => names.TryGetValue(e.What, out var name) && e.Model != name ? e.PricedAs(name) : e)];
        var renamed = !known.SequenceEqual(Manifest.Preparation ?? []);
        foreach (var entry in entries)
            if (entry.Calls is not null || !known.Exists(k => k.What == entry.What && !k.IsUnfinished))
                known.Add(entry);
        if (renamed || known.Count > (Manifest.Preparation?.Count ?? 0))
            Change(Manifest with { Preparation = known });
    }

    /// <summary>Adds to the preparation ledger what was paid beside the answers that count, each time anew.</summary>
    /// <remarks>Called from several threads, while nothing else changes the manifest.</remarks>
    public void Enter(IReadOnlyList<PreparationEntry> entries)
    {
        if (entries.Count == 0)
            return;
        lock (ledger)
            Change(Manifest with { Preparation = [.. Manifest.Preparation ?? [], .. entries] });
    }

    /// <summary>Takes over what may differ when a run is taken up again: how it calls, what its models are priced as, what it is compared and checked with.</summary>
    public void GoOnWith(IReadOnlyList<PipelineSpec> pipelines, RunOptions options, string baseline, IReadOnlyDictionary<string, string> hashes, IReadOnlyList<string> notes) =>
        Change(Manifest with { Pipelines = pipelines, Options = options, Baseline = baseline, Hashes = hashes, Notes = [.. Manifest.Notes.Union(notes)] });

    /// <summary>Takes over mended gold labels, and writes down which dataset the scores now rest on.</summary>
    /// <param name="samples">All of the split: a limit drawn anew from a grown file would be another choice.</param>
    /// <exception cref="InputException">A question is not the one that was asked, or a sample is gone; nothing has changed then.</exception>
    public async Task RelabelAsync(IAsyncEnumerable<Sample> samples, CancellationToken cancellationToken)
    {
        await Store.Samples.UpdateAsync(samples, cancellationToken);
        var datasetHash = ContentHash.OfFile(Manifest.Dataset.File);
        if (datasetHash != Manifest.Dataset.Hash)
            Change(Manifest with
            {
                Dataset = Manifest.Dataset with { Hash = datasetHash },
                Notes = [.. Manifest.Notes, $"The dataset has changed since the answers were made: its hash was {Manifest.Dataset.Hash}."],
            });
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        runLock?.Dispose();
    }

    private static (RunFolder Folder, RunLock Lock) TakeFolder(string parent, Func<int, string> id)
    {
        try
        {
            for (var number = 1; ; number++)
            {
                var folder = new RunFolder(Path.GetFullPath(Path.Combine(parent, id(number))));
                Directory.CreateDirectory(folder.FullPath);
                if (RunLock.TakeNew(folder) is { } runLock)
                    return (folder, runLock);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputProblem(parent, $"no run can be written there ({exception.Message})", "Name a folder that can be written to with --out."));
        }
    }

    private void Change(RunManifest manifest)
    {
        if (manifest == Manifest)
            return;
        if (runLock is null)
            throw new InvalidOperationException("A run that is only read is not changed.");
        Manifest = manifest;
        Folder.WriteManifest(Manifest);
    }
}
