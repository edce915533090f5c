using EvalHarness.Inputs;

namespace EvalHarness.Datasets;

/// <summary>Reads the articles of a corpus: every *.md file below a folder.</summary>
public static class CorpusReader
{
    private const string Articles = "*.md";

    /// <exception cref="InputException">There is no folder or no article, or articles are wrong: all problems, each with its file.</exception>
    public static Corpus Read(string folder)
    {
        var documents = ReadArticles(folder, Files(folder));
        return new Corpus(
            Path.GetFileName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar)),
            ContentHash.OfFolder(folder, Articles),
            [.. documents.OrderBy(d => d.Id, StringComparer.Ordinal)]);
    }

    private static IReadOnlyList<string> Files(string folder)
    {
        if (!Directory.Exists(folder))
            throw new InputException(new InputProblem(folder, "the corpus folder does not exist", "Check the path."));
        string[] files = [.. Directory.EnumerateFiles(folder, Articles, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        return files.Length > 0
            ? files
            : throw new InputException(new InputProblem(folder, "the corpus folder holds no article", "Put Markdown files (*.md) into it."));
    }

    private static IReadOnlyList<Document> ReadArticles(string folder, IReadOnlyList<string> files)
    {
        ProblemList problems = new();
        List<Document> documents = [];
        Dictionary<string, string> fileById = new(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (TryRead(file, Path.GetRelativePath(folder, file).Replace('\\', '/'), problems) is not { } document)
                continue;
            documents.Add(document);
            if (!fileById.TryAdd(document.Id, file))
                problems.Add(file, $"the id '{document.Id}' is also that of {Path.GetRelativePath(folder, fileById[document.Id])}", "Give each article an id of its own.");
        }

        problems.ThrowIfAny();
        return documents;
    }

    private static Document? TryRead(string file, string path, ProblemList problems)
    {
        try
        {
            return ArticleReader.Read(file, path);
        }
        catch (InputException exception)
        {
            problems.AddRange(exception.Problems);
            return null;
        }
    }
}
