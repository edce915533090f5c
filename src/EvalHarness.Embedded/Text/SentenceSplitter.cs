namespace EvalHarness.Embedded.Text;

/// <summary>Splits plain English text into sentences, and at semicolons between clauses that stand alone.</summary>
internal static class SentenceSplitter
{
    private const int ShortestClause = 4;
    private static readonly string[] Abbreviations = ["e.g.", "i.e.", "etc.", "no.", "vs.", "approx.", "mr.", "mrs.", "ms.", "dr."];

    public static IReadOnlyList<string> Split(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
            if (EndsAt(text, start, i))
            {
                sentences.Add(Close(text[start..(i + 1)]));
                start = i + 1;
            }

        if (text[start..].Trim() is { Length: > 0 } rest)
            sentences.Add(Close(rest));
        return sentences;
    }

    private static bool EndsAt(string text, int start, int i)
    {
        if (i + 2 >= text.Length || text[i + 1] != ' ')
            return false;
        if (text[i] == ';')
            return Words(text[start..i]) >= ShortestClause && Words(Clause(text[(i + 1)..])) >= ShortestClause;
        return text[i] is '.' or '!' or '?'
            && !char.IsLower(text[i + 2])
            && !Abbreviations.Any(a => text.AsSpan(start, i + 1 - start).EndsWith(a, StringComparison.OrdinalIgnoreCase));
    }

    private static string Clause(string text) => text.Split('.', ';')[0];

    private static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    // A clause that is quoted by itself becomes a sentence.
    private static string Close(string text)
    {
        text = text.Trim();
        if (text.EndsWith(';'))
            text = text[..^1] + ".";
        return text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
    }
}
