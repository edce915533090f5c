using System.Collections.Frozen;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>Words that speak of what was spoken of before.</summary>
internal static class Pronouns
{
    /// <summary>How far into a sentence a pronoun speaks of the sentence before.</summary>
    private const int Reach = 4;

    private static readonly FrozenSet<string> Words = new[] { "it", "its", "he", "his", "him", "she", "her", "they", "their", "them", "this", "these" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A pronoun stands among the first of these words.</summary>
    public static bool Begin(IReadOnlyList<Word> words, int first, int end)
    {
        for (var i = first; i < Math.Min(end, first + Reach); i++)
        {
            if (Words.Contains(words[i].Stem))
                return true;
        }

        return false;
    }
}
