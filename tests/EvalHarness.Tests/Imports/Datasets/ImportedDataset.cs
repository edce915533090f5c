using EvalHarness.Datasets;
using EvalHarness.Imports.Datasets;

namespace EvalHarness.Tests.Imports.Datasets;

/// <summary>An import into a folder of its own, read back.</summary>
internal sealed class ImportedDataset : IDisposable
{
    public TemporaryFolder Folder { get; } = new();

    public string Target => Folder["out/samples.jsonl"];

    public string CorpusFolder => Folder["out/corpus"];

    public Corpus Corpus => CorpusReader.Read(CorpusFolder);

    public ImportReport Report { get; private set; } = null!;

    /// <param name="map">Pairs <c>thing=column</c>.</param>
    public async Task<IReadOnlyList<Sample>> ImportAsync(string format, string source, string? split = null, int? limit = null, bool force = false, params IReadOnlyList<string> map)
    {
        var pairs = map.Select(m => m.Split('=', 2)).ToDictionary(m => m[0], m => m[1]);
        var request = new ImportRequest(Folder[source], pairs, new Dictionary<string, string>(), split);
        Report = await new DatasetImport(DatasetFormats.Named(format)).WriteAsync(request, Target, limit, force, CancellationToken.None);
        return await new DatasetReader(Directory.Exists(CorpusFolder) ? Corpus : null).ReadAsync(Target, CancellationToken.None).ToListAsync();
    }

    /// <summary>How many of a kind were left out.</summary>
    public int LeftOut(string what) => Report.LeftOut.Where(k => k.What.StartsWith(what, StringComparison.Ordinal)).Sum(k => k.Count);

    public void Dispose() => Folder.Dispose();
}
