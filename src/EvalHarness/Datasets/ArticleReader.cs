using System.Globalization;
using System.Text.Json.Nodes;
using EvalHarness.Inputs;

namespace EvalHarness.Datasets;

/// <summary>Reads one Markdown article: YAML front matter between two <c>---</c> lines, then its text.</summary>
/// <remarks>Without an <c>id</c> there, or without front matter, the article is named by its path; keys of other programs are then left alone.</remarks>
internal static class ArticleReader
{
    private const string Fence = "---\n";

    /// <param name="path">Below the corpus, with slashes.</param>
    /// <exception cref="InputException">It is not UTF-8, or its front matter is wrong.</exception>
    public static Document Read(string file, string path)
    {
        // A quote from a work tree with other line ends is still verbatim.
        var text = InputText.Read(file).Replace("\r\n", "\n", StringComparison.Ordinal);
        if (!text.StartsWith(Fence, StringComparison.Ordinal))
            return Named(path, null, text);
        var (yaml, body) = Split(file, text);
        var document = YamlFile.Parse(file, yaml, linesBefore: 1);
        if (document.Root is null || document.Root is JsonObject fields && !fields.ContainsKey("id"))
            return Named(path, document.Root?["title"] is JsonValue title && title.TryGetValue<string>(out var written) ? written : null, body);
        var frontMatter = document.Read<FrontMatter>("front-matter");
        return new Document(frontMatter.Id, frontMatter.Title ?? frontMatter.Id, Date(frontMatter.Updated, document.Source), body);
    }

    private static Document Named(string path, string? title, string text)
    {
        var id = path[..^Path.GetExtension(path).Length];
        return new Document(id, title ?? Heading(text) ?? id, null, text);
    }

    private static string? Heading(string text) =>
        text.Split('\n').FirstOrDefault(l => l.StartsWith("# ", StringComparison.Ordinal))?.Trim('#', ' ', '\t') is { Length: > 0 } heading ? heading : null;

    private static (string Yaml, string Body) Split(string file, string text)
    {
        // The line end before the closing fence can be that of the opening one.
        var end = $"{text}\n".IndexOf($"\n{Fence}", Fence.Length - 1, StringComparison.Ordinal);
        if (end < 0)
            throw new InputException(new InputProblem($"{file}:1:1", "the front matter does not end", "Close it with a --- line of its own."));
        var yaml = end < Fence.Length ? "" : text[Fence.Length..(end + 1)];
        var body = end + 1 + Fence.Length;
        return (yaml, body >= text.Length ? "" : text[body..].TrimStart('\n'));
    }

    private static DateOnly? Date(string? updated, SourceMap source)
    {
        if (updated is null)
            return null;
        return DateOnly.TryParseExact(updated, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new InputException(new InputProblem(source.Where("/updated"), $"'{updated}' is no day of the calendar", "Write a date such as 2026-09-01."));
    }
}
