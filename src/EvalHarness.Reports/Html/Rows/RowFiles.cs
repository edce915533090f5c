using System.Globalization;

namespace EvalHarness.Reports.Html.Rows;

/// <summary>Row blocks as scripts beside the page: a page that was opened from disk may load a script, but not read a file.</summary>
/// <param name="folder">The run's folder.</param>
internal sealed class RowFiles(string folder)
{
    private readonly string path = Path.Combine(folder, "rows");

    public int Count { get; private set; }

    /// <summary>Takes away what an earlier report left.</summary>
    public void Clear()
    {
        if (!Directory.Exists(path))
            return;
        foreach (var file in Directory.EnumerateFiles(path, "*.js"))
            File.Delete(file);
        if (!Directory.EnumerateFileSystemEntries(path).Any())
            Directory.Delete(path);
    }

    public async Task AddAsync(RowBlock block, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(path);
        var number = Count.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllTextAsync(Path.Combine(path, $"{number}.js"), $"receiveRows({number}, {block.ToJson()});\n", cancellationToken);
        Count++;
    }
}
