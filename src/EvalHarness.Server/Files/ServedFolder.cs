namespace EvalHarness.Server.Files;

/// <summary>The one folder that is served: names from a request lead to files in it, or nowhere.</summary>
/// <remarks>Only files of known types, none that is hidden, and nothing by way of a symbolic link: a link could lead out of the folder.</remarks>
internal sealed class ServedFolder(string path)
{
    private readonly string root = Path.GetFullPath(path);

    /// <summary>As its owner calls it.</summary>
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(root));

    /// <summary>The folders in it, by name.</summary>
    public IEnumerable<string> Names() => Directory.Exists(root)
        ? new DirectoryInfo(root).EnumerateDirectories().Select(d => d.Name).Where(IsPlain).Order(StringComparer.Ordinal)
        : [];

    /// <summary>The full path of a file; absent when there is none that may be served.</summary>
    /// <param name="file">With slashes between folders.</param>
    public string? Find(string run, string file)
    {
        string[] names = [run, .. file.Split('/')];
        if (!names.All(IsPlain) || FileTypes.Of(file) is null)
            return null;
        var place = root;
        foreach (var name in names)
        {
            place = Path.Combine(place, name);
            if (new FileInfo(place).LinkTarget is not null)
                return null;
        }

        return File.Exists(place) ? place : null;
    }

    /// <summary>What may be served of a run's folder and its charts, by name, with slashes.</summary>
    public IReadOnlyList<string> FilesOf(string run)
    {
        var folder = Path.Combine(root, run);
        var top = new DirectoryInfo(folder).EnumerateFiles().Select(f => f.Name);
        var charts = new DirectoryInfo(Path.Combine(folder, "charts"));
        var drawn = charts.Exists ? charts.EnumerateFiles().Select(f => $"charts/{f.Name}") : [];
        return [.. top.Concat(drawn).Where(f => Find(run, f) is not null).Order(StringComparer.Ordinal)];
    }

    // No way up, no second spelling of a name, nothing that is hidden.
    private static bool IsPlain(string name) =>
        name.Length > 0 && name[0] != '.' && name[^1] is not ('.' or ' ') && !name.Any(c => char.IsControl(c) || "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal));
}
