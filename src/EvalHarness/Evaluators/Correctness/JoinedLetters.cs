using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Correctness;

/// <summary>Names that are written apart or together, or by their initials: <c>J K L</c> and <c>JKL</c>, <c>under water</c> and <c>underwater</c>, <c>NATO</c>.</summary>
internal static class JoinedLetters
{
    private const int MostWords = 6;
    private const int LeastLetters = 2;
    private const int LeastInitials = 3;

    /// <summary>Whether words that follow each other in the answer make the gold answer when spaces are left out, or one is the initials of the other.</summary>
    public static bool Says(ReadText answer, ReadText gold, ReadText question)
    {
        var letters = string.Concat(gold.Words.Where(w => !IsArticle(w)).Select(w => Folded(gold, w)));
        if (letters.Length < LeastLetters || gold.Words.Count > MostWords)
            return false;
        for (var start = 0; start < answer.Words.Count; start++)
        {
            if (Makes(answer, start, letters))
                return true;
        }

        return Initials(gold, 0, gold.Words.Count) is { Length: >= LeastInitials } initials && !question.Stems.Contains(initials.ToLowerInvariant()) && answer.Words.Exists(w => Written(answer, w) == initials)
            || (gold.Words.Count == 1 && Written(gold, gold.Words[0]) is { Length: >= LeastInitials and <= MostWords } acronym && acronym.All(char.IsUpper) && IsSpelledOut(answer, acronym));
    }

    private static bool Makes(ReadText answer, int start, string letters)
    {
        var at = 0;
        for (var i = start; i < answer.Words.Count && at < letters.Length; i++)
        {
            var word = Folded(answer, answer.Words[i]);
            if (string.CompareOrdinal(letters, at, word, 0, word.Length) != 0)
                return false;
            at += word.Length;
        }

        return at == letters.Length;
    }

    private static bool IsSpelledOut(ReadText answer, string acronym)
    {
        for (var start = 0; start + acronym.Length <= answer.Words.Count; start++)
        {
            for (var end = start + acronym.Length; end <= Math.Min(answer.Words.Count, start + acronym.Length + 3); end++)
            {
                if (answer.IsCapital(start) && Initials(answer, start, end) == acronym)
                    return true;
            }
        }

        return false;
    }

    /// <summary>Of the words with a capital; nothing when content words without one are among them.</summary>
    private static string? Initials(ReadText text, int start, int end)
    {
        var words = Enumerable.Range(start, end - start).Where(i => text.Words[i].IsContent).ToList();
        return words.TrueForAll(text.IsCapital) ? string.Concat(words.Select(i => char.ToUpperInvariant(text.Text[text.Words[i].Start]))) : null;
    }

    private static bool IsArticle(Word word) => word.Stem is "the" or "a" or "an";

    private static string Written(ReadText text, Word word) => text.Text[word.Start..word.End].Replace(".", "", StringComparison.Ordinal);

    private static string Folded(ReadText text, Word word) => string.Concat(Written(text, word).Where(char.IsLetterOrDigit).Select(Accents.Fold));
}
