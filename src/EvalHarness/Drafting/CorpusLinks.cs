using System.Text.RegularExpressions;
using EvalHarness.Datasets;

namespace EvalHarness.Drafting;

/// <summary>Finds which documents of a corpus link to which: Markdown links to a file of the corpus, from the linking document's folder, or to an id.</summary>
/// <remarks>Error: a target that is neither a path from there nor an id is looked up by its last part, where one document alone has it.</remarks>
internal static partial class CorpusLinks
{
    private static readonly string[] Endings = [".md", ".mdx", ".markdown", ".html"];

    /// <summary>The first link of each pair, in the order of the corpus.</summary>
    public static IEnumerable<CorpusLink> Of(Corpus corpus)
    {
        var byName = corpus.Documents.ToLookup(d => LastPart(d.Id), StringComparer.OrdinalIgnoreCase);
        return corpus.Documents
            .SelectMany(from => Link().Matches(from.Text).Select(m => (from, At: new TextSpan(m.Index, m.Index + m.Length), To: Find(corpus, byName, from, m.Groups["target"].Value))))
            .Where(l => l.To is not null && l.To != l.from)
            .Select(l => new CorpusLink(l.from, l.At, l.To!))
            .DistinctBy(l => (l.From.Id, l.To.Id));
    }

    private static Document? Find(Corpus corpus, ILookup<string, Document> byName, Document from, string target)
    {
        var path = Uri.UnescapeDataString(target.Split('#', '?')[0]);
        if (path.Length == 0 || path.Contains("://", StringComparison.Ordinal))
            return null;
        foreach (var ending in Endings.Where(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
            path = path[..^ending.Length];
        return corpus.Find(path) ?? corpus.Find(FromFolderOf(from.Id, path)) ?? (byName[LastPart(path)].ToList() is [var only] ? only : null);
    }

    private static string FromFolderOf(string id, string path)
    {
        Stack<string> parts = new(path.StartsWith('/') ? [] : id.Split('/').SkipLast(1));
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(p => p != "."))
        {
            if (part != "..")
                parts.Push(part);
            else if (!parts.TryPop(out _))
                return "";
        }

        return string.Join('/', parts.Reverse());
    }

    private static string LastPart(string path) => path.TrimEnd('/').Split('/')[^1];

    // An image is no link to read on.
    [GeneratedRegex(@"(?<!!)\[[^\]\n]*\]\(<?(?<target>[^)\s>]+)>?[^)\n]*\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
