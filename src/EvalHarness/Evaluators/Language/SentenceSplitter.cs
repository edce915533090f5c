using System.Collections.Frozen;
using EvalHarness.Datasets;

namespace EvalHarness.Evaluators.Language;

/// <summary>Cuts a text into sentences and list items; decimals, abbreviations, initials, URLs and citation markers do not break one.</summary>
public static class SentenceSplitter
{
    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "mr", "mrs", "ms", "dr", "prof", "sr", "jr", "st", "vs", "etc", "e.g", "i.e", "eg", "ie", "cf", "approx", "no", "nos", "vol", "pp", "fig", "inc", "ltd", "co", "corp", "dept", "est", "a.m", "p.m", "u.s", "u.k",
        "u.n", "d.c", "gen", "gov", "sen", "rep", "rev", "capt", "lt", "col", "sgt", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "al", "art", "sec", "max", "min", "incl", "tel", "ext",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();

    public static List<TextSpan> Split(string text)
    {
        var sentences = new List<TextSpan>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                Add(sentences, text, start, i);
                start = i + 1;
            }
            else if (text[i] is '.' or '!' or '?' or '…' && End(text, i) is var end and > 0)
            {
                Add(sentences, text, start, end);
                (start, i) = (end, end - 1);
            }
        }

        Add(sentences, text, start, text.Length);
        return sentences;
    }

    /// <summary>Where the sentence ends whose last mark stands here, closing quotes and citation markers taken along; 0 when it does not end.</summary>
    private static int End(string text, int mark)
    {
        var end = mark + 1;
        while (end < text.Length && text[end] is '.' or '!' or '?' or '"' or '\'' or '”' or '’' or ')' or '*' or '_')
            end++;
        end = AfterMarkers(text, end);
        if (end >= text.Length || text[end] == '\n')
            return end;
        if (!char.IsWhiteSpace(text[end]))
            return 0;
        return text[mark] == '.' && IsAbbreviation(text, mark, end) ? 0 : end;
    }

    private static int AfterMarkers(string text, int end)
    {
        while (end < text.Length)
        {
            var open = text[end] == ' ' ? end + 1 : end;
            if (open >= text.Length || text[open] != '[' || text.IndexOf(']', open) is not (var close and > 0) || close - open > 60)
                return end;
            end = close + 1;
        }

        return end;
    }

    private static bool IsAbbreviation(string text, int mark, int end)
    {
        var next = end;
        while (next < text.Length && text[next] == ' ')
            next++;
        if (next < text.Length && char.IsLower(text[next]))
            return true;
        var start = mark;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '.'))
            start--;
        var word = text.AsSpan(start, mark - start);
        var isListNumber = word.Length is 1 or 2 && char.IsAsciiDigit(word[0]) && (start == 0 || text[start - 1] == '\n');
        return isListNumber || BySpan.Contains(word) || (word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I');
    }

    private static void Add(List<TextSpan> sentences, string text, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '#' or '>'))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (start < end)
            sentences.Add(new TextSpan(start, end));
    }
}
