using System.Buffers;
using System.Collections.Frozen;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Features;

/// <summary>Cuts a claim into its phrases, where a comma, a conjunction or a preposition stands: each adds something that may be wrong by itself.</summary>
internal static class PhraseSplitter
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(",;:()–—\"");

    private static readonly FrozenSet<string> Joints = new[]
    {
        "and", "or", "but", "which", "who", "whose", "that", "while", "because", "when", "where", "after", "before", "until", "since", "with", "without", "for", "by", "from", "in", "into", "at", "on", "as", "to", "during", "through", "via",
        "under", "over", "if", "so", "than", "about", "within", "such",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The stems of each phrase that has some.</summary>
    public static List<ulong> Split(PreparedClaim claim)
    {
        var phrases = new List<ulong>();
        var run = new WordRun(claim.Text, claim.Words);
        var phrase = 0UL;
        for (var i = 0; i < claim.Words.Count; i++)
        {
            if (phrase != 0 && (run.Before(i).ContainsAny(Marks) || Joints.Contains(claim.Words[i].Stem)))
            {
                phrases.Add(phrase);
                phrase = 0;
            }

            phrase |= claim.WordBits[i] is var bit and >= 0 ? 1UL << bit : 0;
        }

        if (phrase != 0)
            phrases.Add(phrase);
        return phrases;
    }
}
