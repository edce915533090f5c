using System.Globalization;
using EvalHarness.Inputs;

namespace EvalHarness.Datasets;

/// <summary>Reads one Markdown article: YAML front matter between two <c>---</c> lines, then its text.</summary>
internal static class ArticleReader
{
    private const string Fence = "---\n";

    /// <exception cref="InputException">It is not UTF-8, or its front matter is missing or wrong.</exception>
    public static Document Read(string file)
    {
        // A quote from a work tree with other line ends is still verbatim.
        var text = InputText.Read(file).Replace("\r\n", "\n", StringComparison.Ordinal);
        var (yaml, body) = Split(file, text);
        var document = YamlFile.Parse(file, yaml, linesBefore: 1);
        var frontMatter = document.Read<FrontMatter>("front-matter");
        return new Document(frontMatter.Id, frontMatter.Title ?? frontMatter.Id, Date(frontMatter.Updated, document.Source), body);
    }

    private static (string Yaml, string Body) Split(string file, string text)
    {
        if (!text.StartsWith(Fence, StringComparison.Ordinal))
            throw new InputException(new InputProblem($"{file}:1:1", "the article has no front matter", "Start it with a --- line, 'id: …', and another --- line."));
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
