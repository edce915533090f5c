using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Checks;

/// <summary>What a bare number counts: the words right behind it.</summary>
internal static class CountedThing
{
    private const int Reach = 3;

    /// <summary>Two quantities of one kind can contradict one another: amounts and dates always, years with years, counts of the same thing.</summary>
    public static bool IsSame(Quantity mine, string text, IReadOnlyList<Word> words, Quantity theirs, string otherText, IReadOnlyList<Word> otherWords, bool isField)
    {
        if (!mine.IsComparable(theirs))
            return false;
        if (mine.Unit.Length > 0 || mine.Date is not null)
            return true;
        if (IsYear(mine) || IsYear(theirs))
            return IsYear(mine) && IsYear(theirs);
        if (isField)
            return true;
        for (var i = mine.FirstWord + mine.WordCount; IsBehind(mine, text, words, i); i++)
        {
            for (var j = theirs.FirstWord + theirs.WordCount; words[i].IsContent && IsBehind(theirs, otherText, otherWords, j); j++)
            {
                if (words[i].Stem == otherWords[j].Stem)
                    return true;
            }
        }

        return false;
    }

    public static bool IsYear(Quantity quantity) => quantity.Unit.Length == 0 && quantity.Date is null && quantity.Value is >= 1500 and < 2200 && quantity.Value == Math.Floor(quantity.Value);

    private static bool IsBehind(Quantity quantity, string text, IReadOnlyList<Word> words, int i) =>
        i < words.Count && i < quantity.FirstWord + quantity.WordCount + Reach
        && words[i].Start >= words[i - 1].End && text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).IndexOfAnyExcept(" -\u2011") < 0;
}
