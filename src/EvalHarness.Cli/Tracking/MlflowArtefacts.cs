namespace EvalHarness.Cli.Tracking;

/// <summary>Uploads a run's reports through the tracking server, where it serves artefacts.</summary>
internal sealed class MlflowArtefacts(MlflowServer server)
{
    private const string Scheme = "mlflow-artifacts";
    private const string Below = "api/2.0/mlflow-artifacts/artifacts";

    // The store and its locks are this machine's; the rest is the report.
    private static readonly string[] Left = ["run.db", "run.db-wal", "run.db-shm", "run.lock", "run.owner"];

    /// <param name="folder">The run's.</param>
    /// <returns>Files uploaded; absent where the server does not take any.</returns>
    public async Task<int?> UploadAsync(string artefactUri, string folder, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(artefactUri, UriKind.Absolute, out var uri) || uri.Scheme != Scheme || (uri.Host.Length > 0 && uri.Host != server.Uri.Host))
            return null;
        var files = Files(folder);
        foreach (var file in files)
            await server.PutAsync(Below + Escaped(uri.AbsolutePath) + "/" + Escaped(Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')), file, cancellationToken);
        return files.Count;
    }

    private static List<string> Files(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => !Left.Contains(Path.GetFileName(file)) && !file.EndsWith(".new", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private static string Escaped(string path) => string.Join('/', Uri.UnescapeDataString(path).Split('/').Select(Uri.EscapeDataString));
}
