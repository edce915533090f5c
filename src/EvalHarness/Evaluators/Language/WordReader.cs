namespace EvalHarness.Evaluators.Language;

/// <summary>Cuts a text into words: case, accents and possessives are evened out, numerals keep their decimals, hyphens part.</summary>
internal static class WordReader
{
    private const int LongestWord = 64;

    public static List<Word> Read(string text) => Read(text, 0, text.Length);

    public static List<Word> Read(string text, int start, int end)
    {
        var words = new List<Word>((end - start) / 6);
        Span<char> folded = stackalloc char[LongestWord];
        for (var i = start; i < end;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var length = char.IsAsciiDigit(text[i]) ? NumeralLength(text, i, end) : LetterLength(text, i, end);
            words.Add(new Word(Lexicon.Find(Fold(text.AsSpan(i, length), folded)), i, i + length));
            i += length;
        }

        return words;
    }

    /// <summary>Letters and digits with inner apostrophes; single letters with dots between them (<c>p.m</c>, <c>U.S</c>) are one word; <c>OutdoorSeating</c> is two.</summary>
    private static int LetterLength(string text, int start, int end)
    {
        var i = start + 1;
        while (i < end)
        {
            if (char.IsAsciiLetterLower(text[i]))
            {
                i++;
                continue;
            }

            var inner = i + 1 < end && char.IsLetter(text[i + 1]);
            var isDotted = text[i] == '.' && inner && (i - start) % 2 == 1 && (i + 2 >= end || !char.IsLetterOrDigit(text[i + 2]));
            var isCamelHump = char.IsUpper(text[i]) && char.IsLower(text[i - 1]) && inner && char.IsLower(text[i + 1]) && i - start > 1;
            if (isCamelHump || (!char.IsLetterOrDigit(text[i]) && !(text[i] is '\'' or '’' && inner) && !isDotted))
                break;
            i++;
        }

        return i - start;
    }

    /// <summary>Digits with decimals and thousands; letters behind them stay when they are no unit (<c>2nd</c>, <c>2fa</c>), else part (<c>30min</c>).</summary>
    private static int NumeralLength(string text, int start, int end)
    {
        var i = start;
        while (i < end && (char.IsAsciiDigit(text[i]) || IsInnerMark(text, i, end)))
            i++;
        var letters = i;
        while (letters < end && char.IsLetterOrDigit(text[letters]))
            letters++;
        var behind = text.AsSpan(i, letters - i);
        return behind.IsEmpty || Units.IsUnit(behind) ? i - start : letters - start;
    }

    private static bool IsInnerMark(string text, int i, int end)
    {
        if (i + 1 >= end || !char.IsAsciiDigit(text[i + 1]))
            return false;
        if (text[i] == '.')
            return true;
        return text[i] == ',' && i + 3 < end && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3]) && (i + 4 >= end || !char.IsAsciiDigit(text[i + 4]));
    }

    private static ReadOnlySpan<char> Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        var length = 0;
        foreach (var c in word[..Math.Min(word.Length, LongestWord)])
        {
            if (c != '.' || char.IsAsciiDigit(word[0]))
                folded[length++] = c < 128 ? char.ToLowerInvariant(c) : Accents.Fold(c);
        }

        return folded[..length];
    }
}
