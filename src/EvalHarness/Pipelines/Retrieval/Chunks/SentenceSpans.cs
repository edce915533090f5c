using EvalHarness.Datasets;

namespace EvalHarness.Pipelines.Retrieval.Chunks;

/// <summary>Finds where sentences stand in Markdown text; a heading, a list item and a table row end like a sentence.</summary>
internal static class SentenceSpans
{
    private static readonly string[] Abbreviations = ["e.g.", "i.e.", "etc.", "no.", "vs.", "approx.", "mr.", "mrs.", "ms.", "dr."];

    /// <summary>In order, without blanks around them; between them stand only blanks.</summary>
    public static IEnumerable<TextSpan> Of(string text, TextSpan part)
    {
        var start = part.Start;
        for (var i = part.Start; i < part.End; i++)
            if (EndsAt(text, part.End, start, i))
            {
                if (new TextSpan(start, i + 1).Trimmed(text) is { Length: > 0 } sentence)
                    yield return sentence;
                start = i + 1;
            }

        if (new TextSpan(start, part.End).Trimmed(text) is { Length: > 0 } rest)
            yield return rest;
    }

    private static bool EndsAt(string text, int end, int start, int i)
    {
        if (text[i] == '\n')
            return IsHeading(Line(text, i)) || IsBlock(Line(text, Math.Min(i + 1, end)));
        return text[i] is '.' or '!' or '?'
            && i + 1 < end && char.IsWhiteSpace(text[i + 1])
            && !(i + 2 < end && char.IsLower(text[i + 2]))
            && !Abbreviations.Any(a => text.AsSpan(start, i + 1 - start).EndsWith(a, StringComparison.OrdinalIgnoreCase));
    }

    // The line that a position stands in; a line feed belongs to the line it ends.
    private static ReadOnlySpan<char> Line(string text, int at)
    {
        var begin = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        var end = at < text.Length ? text.IndexOf('\n', at) : -1;
        return text.AsSpan(begin, (end < 0 ? text.Length : end) - begin).Trim();
    }

    private static bool IsHeading(ReadOnlySpan<char> line) => line.StartsWith('#');

    // An empty line parts paragraphs; the others begin something of their own.
    private static bool IsBlock(ReadOnlySpan<char> line) =>
        line.IsEmpty || IsHeading(line) || line[0] is '|' or '>' || IsListItem(line);

    private static bool IsListItem(ReadOnlySpan<char> line)
    {
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        return digits switch
        {
            0 => line.Length > 1 && line[0] is '-' or '*' or '+' && line[1] == ' ',
            > 0 and <= 3 => digits + 1 < line.Length && line[digits] is '.' or ')' && line[digits + 1] == ' ',
            _ => false,
        };
    }
}
