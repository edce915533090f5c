using System.Collections.Concurrent;
using System.Globalization;

namespace EvalHarness.Evaluators.Language;

/// <summary>Looks words up, and remembers them: stemming is the dear part of reading a text.</summary>
internal static class Lexicon
{
    /// <summary>Beyond this many words they are looked up anew, so that memory does not grow with the dataset.</summary>
    private const int Remembered = 100_000;

    private static readonly ConcurrentDictionary<string, Lexeme> Known = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, Lexeme>.AlternateLookup<ReadOnlySpan<char>> BySpan = Known.GetAlternateLookup<ReadOnlySpan<char>>();
    private static int count;

    /// <param name="word">In lower case, without accents.</param>
    public static Lexeme Find(ReadOnlySpan<char> word)
    {
        if (BySpan.TryGetValue(word, out var lexeme))
            return lexeme;

        lexeme = Describe(word.ToString());
        if (count < Remembered && Known.TryAdd(word.ToString(), lexeme))
            Interlocked.Increment(ref count);
        return lexeme;
    }

    private static Lexeme Describe(string word)
    {
        var begins = QuantityReader.MayBegin(word);
        if (FunctionWords.Negators.Contains(word) || word.EndsWith("n't", StringComparison.Ordinal))
            return new Lexeme(word, false, true, null, begins);
        var bare = word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word.Replace("'", "", StringComparison.Ordinal);
        if (bare.Length == 0 || FunctionWords.All.Contains(bare) || FunctionWords.All.Contains(word))
            return new Lexeme(bare, true, false, null, begins);
        if (NumberWords.Values.TryGetValue(bare, out var value) || (char.IsAsciiDigit(bare[0]) && TryNumber(bare, out value)))
            return new Lexeme(value.ToString(CultureInfo.InvariantCulture), false, false, value, true);
        if (NumberWords.Ordinals.TryGetValue(bare, out var ordinal))
            return new Lexeme(ordinal, false, false, null, begins);
        return new Lexeme(char.IsAsciiDigit(bare[0]) ? bare : PorterStemmer.Stem(bare), false, false, null, begins);
    }

    private static bool TryNumber(string word, out double value) =>
        double.TryParse(word, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value);
}
