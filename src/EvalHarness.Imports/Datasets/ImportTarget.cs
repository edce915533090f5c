using System.Text;
using EvalHarness.Datasets;
using EvalHarness.Inputs;

namespace EvalHarness.Imports.Datasets;

/// <summary>Where an import writes: first beside the target, then into its place.</summary>
internal sealed class ImportTarget(string samples, bool force)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string folder = Path.GetDirectoryName(Path.GetFullPath(samples))!;

    public string Corpus => Path.Combine(folder, "corpus");

    public string NewCorpus => $"{Corpus}.new";

    public string NewSamples => $"{Path.GetFullPath(samples)}.new";

    /// <returns>How many articles there are.</returns>
    /// <exception cref="InputException">A corpus is there already.</exception>
    public async Task<int> WriteCorpusAsync(IAsyncEnumerable<Document> documents, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var document in documents.WithCancellation(cancellationToken))
        {
            if (count++ == 0)
                StartCorpus();
            await File.WriteAllTextAsync(Path.Combine(NewCorpus, $"{SafeId.FileName(document.Id)}.md"), ArticleText.Of(document), Utf8, cancellationToken);
        }

        return count;
    }

    /// <returns>How many samples there are.</returns>
    public async Task<int> WriteSamplesAsync(IAsyncEnumerable<Sample> read, CancellationToken cancellationToken)
    {
        CreateFolder(folder);
        await using var writer = new StreamWriter(NewSamples, append: false, Utf8) { NewLine = "\n" };
        var count = 0;
        await foreach (var sample in read.WithCancellation(cancellationToken))
        {
            count++;
            await writer.WriteLineAsync(SampleLine.Of(sample).AsMemory(), cancellationToken);
        }

        return count;
    }

    public void Keep()
    {
        if (Directory.Exists(NewCorpus))
        {
            if (Directory.Exists(Corpus))
                Directory.Delete(Corpus, recursive: true);
            Directory.Move(NewCorpus, Corpus);
        }

        File.Move(NewSamples, samples, overwrite: true);
    }

    public void Clear()
    {
        if (File.Exists(NewSamples))
            File.Delete(NewSamples);
        if (Directory.Exists(NewCorpus))
            Directory.Delete(NewCorpus, recursive: true);
    }

    private void StartCorpus()
    {
        RefuseOtherCorpus();
        if (Directory.Exists(NewCorpus))
            Directory.Delete(NewCorpus, recursive: true);
        CreateFolder(NewCorpus);
    }

    // Only articles are replaced: whatever else stands there is not ours to delete.
    private void RefuseOtherCorpus()
    {
        if (!Directory.Exists(Corpus) || !Directory.EnumerateFileSystemEntries(Corpus).Any())
            return;
        if (!force)
            throw new InputException(new InputProblem(Corpus, "a corpus is there already", "Import into another folder, or replace it with --force."));
        if (Directory.EnumerateFileSystemEntries(Corpus).FirstOrDefault(e => !e.EndsWith(".md", StringComparison.Ordinal)) is { } other)
            throw new InputException(new InputProblem(other, "this is no article", "Only a folder of articles is replaced: move it away."));
    }

    private static void CreateFolder(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputProblem(path, $"the folder cannot be made ({exception.Message})", "Name another target."));
        }
    }
}
