using System.Collections.Frozen;
using EvalHarness.Datasets;

namespace EvalHarness.Evaluators.Language;

/// <summary>Cuts a text into sentences and list items; quotes, decimals, abbreviations, initials, URLs, inline code and citation markers do not break one.</summary>
public static class SentenceSplitter
{
    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "mr", "mrs", "ms", "dr", "prof", "sr", "jr", "st", "vs", "etc", "e.g", "i.e", "eg", "ie", "cf", "inc", "ltd", "co", "corp", "dept", "est", "a.m", "p.m", "u.s", "u.k",
        "u.n", "d.c", "gen", "gov", "sen", "rep", "rev", "capt", "lt", "col", "sgt", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "al", "incl",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words or ends of sentences too: they are shortened only before a number, as in <c>No. 5</c>.</summary>
    private static readonly FrozenSet<string> BeforeNumbers = new[] { "no", "nos", "vol", "pp", "fig", "art", "sec", "max", "min", "tel", "ext", "approx" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeNumbersBySpan = BeforeNumbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A longer quotation is cut as other text is.</summary>
    private const int LongestQuote = 240;

    /// <summary>A longer bracket after a sentence is no citation marker.</summary>
    private const int LongestMarker = 60;

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
            else if (Inside(text, i) is var last and > 0)
            {
                i = last - 1;
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

    /// <summary>Of a quotation or inline code that begins here and ends on its line, the last character in it; 0 where none begins.</summary>
    private static int Inside(string text, int open)
    {
        if (Closing(text[open]) is not { } closing || (open > 0 && !char.IsWhiteSpace(text[open - 1]) && text[open - 1] is not ('(' or '[' or '*' or '_' or '—' or '–' or '|')))
            return 0;
        var close = text.AsSpan(open + 1, Math.Min(LongestQuote, text.Length - open - 1)).IndexOfAny(closing, '\n');
        return close > 0 && text[open + 1 + close] == closing ? open + close : 0;
    }

    private static char? Closing(char open) => open switch
    {
        '"' => '"',
        '“' => '”',
        '«' => '»',
        '`' => '`',
        _ => null,
    };

    /// <summary>Where the sentence ends whose last mark stands here, closing quotes and citation markers taken along; 0 when it does not end.</summary>
    private static int End(string text, int mark)
    {
        var end = mark + 1;
        while (end < text.Length && text[end] is '.' or '!' or '?' or '"' or '\'' or '”' or '’' or '»' or ')' or '*' or '_' or '`')
            end++;
        var isQuoted = text[end - 1] is '"' or '”' or '’' or '»' or '`';
        end = AfterMarkers(text, end);
        if (end >= text.Length || text[end] == '\n')
            return end;
        if (!char.IsWhiteSpace(text[end]) || (isQuoted && GoesOn(text, end)))
            return 0;
        return text[mark] == '.' && IsAbbreviation(text, mark, end) ? 0 : end;
    }

    private static int AfterMarkers(string text, int end)
    {
        while (end < text.Length)
        {
            var open = text[end] == ' ' ? end + 1 : end;
            if (open >= text.Length || ClosingMarker(text, open) is not { } closing || text.IndexOf(closing, open) is not (var close and > 0) || close - open > LongestMarker)
                return end;
            end = close + 1;
        }

        return end;
    }

    /// <summary>How the citation marker ends that begins here: <c>[1]</c>, <c>【1†source】</c>, <c>(source: billing)</c>.</summary>
    private static char? ClosingMarker(string text, int open) => text[open] switch
    {
        '[' => ']',
        '【' => '】',
        '(' when string.Compare(text, open + 1, "source", 0, 6, StringComparison.OrdinalIgnoreCase) == 0 => ')',
        _ => null,
    };

    private static bool GoesOn(string text, int end) => Next(text, end) is var next && next < text.Length && char.IsLower(text[next]);

    private static int Next(string text, int end)
    {
        while (end < text.Length && text[end] == ' ')
            end++;
        return end;
    }

    private static bool IsAbbreviation(string text, int mark, int end)
    {
        if (GoesOn(text, end))
            return true;
        var start = mark;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '.'))
            start--;
        var word = text.AsSpan(start, mark - start);
        var isListNumber = word.Length is 1 or 2 && char.IsAsciiDigit(word[0]) && (start == 0 || text[start - 1] == '\n');
        if (BeforeNumbersBySpan.Contains(word))
            return Next(text, end) is var next && next < text.Length && char.IsAsciiDigit(text[next]);
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
