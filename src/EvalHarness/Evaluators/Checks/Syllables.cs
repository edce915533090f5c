using System.Text.RegularExpressions;

namespace EvalHarness.Evaluators.Checks;

/// <summary>Counts the syllables of English words by their spelling.</summary>
internal static partial class Syllables
{
    /// <summary>Runs of vowels, without silent endings; at least one.</summary>
    public static int Count(string word)
    {
        var letters = word.ToLowerInvariant();
        var runs = Vowels().Count(letters) - (SilentEnd().IsMatch(letters) ? 1 : 0) + Hiatus().Count(letters);
        return Math.Max(1, runs);
    }

    [GeneratedRegex("[aeiouy]+", RegexOptions.None, 1000)]
    private static partial Regex Vowels();

    // love, tables, walked; not able, wanted, boxes.
    [GeneratedRegex("(?:[^aeiouyl]e|[aeiouy]le|[^aeiouytd]ed|[^aeiouysxzcgh]es)$", RegexOptions.None, 1000)]
    private static partial Regex SilentEnd();

    // Two vowels that are spoken apart: cre-ate, i-de-a, re-li-able, be-ing.
    [GeneratedRegex("i[ao](?!us)(?<![tcsg]i[ao])|eo(?!u)|ea(?=t(?:e|i))|ui(?=n)|[aeouy]ing|ea$|io$", RegexOptions.None, 1000)]
    private static partial Regex Hiatus();
}
