using System.Text.Json;
using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Experiments.Freshness;

/// <summary>A change of articles: those of a fact's evidence are copied from the newer snapshot into the folder that is served, and put back from a copy.</summary>
/// <remarks>The copies lie in a folder beside the reports until they are put back: what a killed process left is put back by the next.</remarks>
/// <param name="from">The newer snapshot, absolute.</param>
/// <param name="to">The folder that is served, absolute.</param>
/// <param name="kept">Where copies are kept, absolute.</param>
public sealed class ArticleChange(string from, string to, string kept) : IFactChange
{
    private const string ListName = "articles.json";

    private readonly Lazy<IReadOnlyDictionary<string, string>> newer = new(() => Files(from));

    private string List => Path.Combine(kept, ListName);

    /// <summary>Whether an earlier process left a change that it did not take back.</summary>
    public bool IsLeft => File.Exists(List);

    public Task<string?> ApplyAsync(Sample fact, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult(Apply(fact));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InputException)
        {
            return Task.FromResult<string?>(exception.Message);
        }
    }

    public Task<string?> RestoreAsync(Sample fact, CancellationToken cancellationToken) => Task.FromResult(Restore());

    /// <summary>Puts back what was changed last, if anything was.</summary>
    /// <returns>Why it could not be; absent when everything is as it was.</returns>
    public string? Restore()
    {
        if (!IsLeft)
            return null;
        try
        {
            foreach (var article in JsonSerializer.Deserialize<IReadOnlyList<KeptArticle>>(File.ReadAllText(List), RunJson.Compact)!)
                PutBack(article);
            Directory.Delete(kept, recursive: true);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return $"{exception.Message} (copies of the articles are in {kept})";
        }
    }

    private string? Apply(Sample fact)
    {
        var served = Files(to);
        var documents = fact.Evidence.Select(e => e.Document).Distinct(StringComparer.Ordinal).ToList();
        if (documents.FirstOrDefault(d => !newer.Value.ContainsKey(d)) is { } missing)
            return $"{from} has no article '{missing}'";
        List<KeptArticle> articles = [.. documents.Select((d, i) => Article(d, served.GetValueOrDefault(d), i))];
        Keep(articles);
        foreach (var (document, article) in documents.Zip(articles))
            Replace(newer.Value[document], article.File);
        return null;
    }

    // An article that is new stands where the newer snapshot has it.
    private KeptArticle Article(string document, string? served, int number) => served is null
        ? new KeptArticle(Path.Combine(to, Path.GetRelativePath(from, newer.Value[document])), Copy: null)
        : new KeptArticle(served, Path.Combine(kept, $"{number}.md"));

    // The list is written last: what it names is there.
    private void Keep(IReadOnlyList<KeptArticle> articles)
    {
        Directory.CreateDirectory(kept);
        foreach (var article in articles.Where(a => a.Copy is not null))
            File.Copy(article.File, article.Copy!, overwrite: true);
        var beside = List + ".new";
        File.WriteAllText(beside, JsonSerializer.Serialize(articles, RunJson.Compact));
        File.Move(beside, List, overwrite: true);
    }

    private static void PutBack(KeptArticle article)
    {
        if (article.Copy is { } copy)
            Replace(copy, article.File);
        else
            File.Delete(article.File);
    }

    // Whoever reads the folder sees the old article or the new one; its time says that it changed.
    private static void Replace(string source, string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var beside = file + ".new";
        File.WriteAllBytes(beside, File.ReadAllBytes(source));
        File.Move(beside, file, overwrite: true);
    }

    private static IReadOnlyDictionary<string, string> Files(string folder) => Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
        .ToDictionary(file => ArticleReader.Read(file, Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')).Id, file => file, StringComparer.Ordinal);
}
