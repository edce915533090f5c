namespace EvalHarness.Pipelines.Retrieval.Vectors;

/// <summary>Keeps the vectors of indexes on disk, so that nothing is embedded twice.</summary>
/// <param name="folder">Made when it is missing; without one nothing is kept.</param>
public sealed class IndexCache(string? folder)
{
    /// <summary>Nothing when the file is missing or damaged: the index is then built again.</summary>
    public async Task<EmbeddedChunks?> FindAsync(string key, CancellationToken cancellationToken) =>
        folder is not null && File.Exists(PathOf(folder, key))
            ? IndexFile.Read(await File.ReadAllBytesAsync(PathOf(folder, key), cancellationToken))
            : null;

    public async Task WriteAsync(string key, EmbeddedChunks chunks, CancellationToken cancellationToken)
    {
        if (folder is null)
            return;
        Directory.CreateDirectory(folder);

        // Written beside it and moved, so that nobody reads half a file; two processes may write the same index.
        var unfinished = $"{PathOf(folder, key)}.{Environment.ProcessId}.tmp";
        await File.WriteAllBytesAsync(unfinished, IndexFile.ToBytes(chunks), cancellationToken);
        File.Move(unfinished, PathOf(folder, key), overwrite: true);
    }

    private static string PathOf(string folder, string key) => Path.Combine(folder, $"{key}.index");
}
