namespace EvalHarness.Pipelines.Retrieval.Vectors;

/// <summary>Keeps the vectors of indexes on disk, so that nothing is embedded twice.</summary>
/// <param name="folder">Made when it is missing; without one nothing is kept.</param>
public sealed class IndexCache(string? folder)
{
    /// <summary>Nothing when the file is missing or damaged: the index is then built again.</summary>
    public Task<EmbeddedChunks?> FindAsync(string key, CancellationToken cancellationToken) => Task.Run(() => Find(key), cancellationToken);

    public Task WriteAsync(string key, EmbeddedChunks chunks, CancellationToken cancellationToken) => Task.Run(() => Write(key, chunks), cancellationToken);

    private EmbeddedChunks? Find(string key)
    {
        if (folder is null || !File.Exists(PathOf(folder, key)))
            return null;
        using var stream = File.OpenRead(PathOf(folder, key));
        return IndexFile.Read(stream);
    }

    private void Write(string key, EmbeddedChunks chunks)
    {
        if (folder is null)
            return;
        Directory.CreateDirectory(folder);

        // Written beside it and moved, so that nobody reads half a file; two processes may write the same index.
        var unfinished = $"{PathOf(folder, key)}.{Environment.ProcessId}.tmp";
        using (var stream = File.Create(unfinished))
            IndexFile.Write(chunks, stream);
        File.Move(unfinished, PathOf(folder, key), overwrite: true);
    }

    private static string PathOf(string folder, string key) => Path.Combine(folder, $"{key}.index");
}
