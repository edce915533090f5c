using EvalHarness.Datasets;

namespace EvalHarness.Pipelines.Retrieval.Chunks;

/// <summary>Finds the sections of Markdown text by its <c>#</c> headings.</summary>
internal static class MarkdownSections
{
    private const int DeepestLevel = 6;

    /// <summary>In order and without gaps; a heading with nothing of its own under it is in the paths below it alone.</summary>
    public static IEnumerable<MarkdownSection> Of(string text)
    {
        var headings = Headings(text).ToList();
        var path = new List<(int Level, string Title)>();
        if (headings.Count == 0 || headings[0].Line.Start > 0)
            yield return new MarkdownSection([], new TextSpan(0, headings.Count == 0 ? text.Length : headings[0].Line.Start));

        foreach (var (i, heading) in headings.Index())
        {
            path.RemoveAll(h => h.Level >= heading.Level);
            path.Add((heading.Level, heading.Title));
            var end = i + 1 < headings.Count ? headings[i + 1].Line.Start : text.Length;
            var isRepeatedBelow = i + 1 < headings.Count && headings[i + 1].Level > heading.Level;
            if (!isRepeatedBelow || !text.AsSpan(heading.Line.End, end - heading.Line.End).IsWhiteSpace())
                yield return new MarkdownSection([.. path.Select(h => h.Title)], new TextSpan(heading.Line.Start, end));
        }
    }

    private static IEnumerable<(int Level, string Title, TextSpan Line)> Headings(string text)
    {
        var isCode = false;
        for (var (start, end) = (0, 0); start < text.Length; start = end + 1)
        {
            end = text.IndexOf('\n', start) is var found and >= 0 ? found : text.Length;
            var line = text[start..end];

            // In a code block a # begins a comment.
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
                isCode = !isCode;
            else if (!isCode && Level(line) is > 0 and <= DeepestLevel and var level)
                yield return (level, line.Trim('#', ' ', '\t', '\r'), new TextSpan(start, end));
        }
    }

    private static int Level(string line)
    {
        var level = line.AsSpan().IndexOfAnyExcept('#');
        return level > 0 && line[level] is ' ' or '\t' ? level : 0;
    }
}
