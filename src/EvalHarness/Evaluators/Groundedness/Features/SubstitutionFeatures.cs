using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Features;

/// <summary>One word for another in the evidence's own wording: <c>Tim paid Ann</c> for <c>Kim paid Ann</c>.</summary>
internal sealed class SubstitutionFeatures : IFeatureFamily
{
    private const int Most = 3;

    public IReadOnlyList<Feature> Features { get; } =
    [
        new("names-substituted", -1, "names in whose place, between the same neighbours, the evidence has other names, at most 3"),
        new("numbers-substituted", -1, "numbers in whose place the evidence has other numbers, at most 3"),
        new("words-substituted", -1, "other words in whose place the evidence only has other words, at most 3"),
        new("words-inserted", -1, "not, never and the like between two words that stand side by side in the evidence, at most 1"),
    ];

    public void Read(ClaimReading reading, Span<double> values)
    {
        var claim = reading.Claim;
        var (kept, replaced, negated) = (new bool[claim.Words.Count], new bool[claim.Words.Count], false);
        foreach (var text in reading.Match.Texts)
        {
            for (var there = 0; there < text.Evidence.Words.Count; there++)
            {
                if (text.Bit(there) is not (>= 0 and var bit))
                    continue;
                for (var here = 0; here < claim.Words.Count; here++)
                {
                    if (claim.WordBits[here] != bit)
                        continue;
                    // A word of both: the words right before and after it are slots to compare.
                    Compare(claim, here - 1, text, there - 1, kept, replaced);
                    Compare(claim, here + 1, text, there + 1, kept, replaced);
                    negated |= IsNegatedHere(claim, here, text, there);
                }
            }
        }

        for (var here = 0; here < kept.Length; here++)
        {
            if (replaced[here] && !kept[here] && Kind(claim, here) is var kind)
                values[kind] = Math.Min(Most, values[kind] + 1);
        }

        values[3] = negated ? 1 : 0;
    }

    private static int Kind(PreparedClaim claim, int here)
    {
        if (claim.Words[here].Lexeme.Number is not null)
            return 1;
        return claim.WordBits[here] is var bit and >= 0 && (claim.Names >> bit & 1) != 0 ? 0 : 2;
    }

    private static void Compare(PreparedClaim claim, int here, TextMatch text, int there, bool[] kept, bool[] replaced)
    {
        if (here < 0 || there < 0 || here >= claim.Words.Count || there >= text.Evidence.Words.Count || !claim.Words[here].IsContent || !SameSlot(claim, here, text, there))
            return;
        var (mine, theirs) = (claim.Words[here], text.Evidence.Words[there]);
        if (mine.Stem == theirs.Stem || (claim.WordBits[here] >= 0 && claim.WordBits[here] == text.Bit(there)))
            kept[here] = true;
        else if (theirs.IsContent && mine.Lexeme.Number is null == theirs.Lexeme.Number is null)
            replaced[here] = true;
    }

    /// <summary>The neighbours before and after are the same, or the two words on one side.</summary>
    private static bool SameSlot(PreparedClaim claim, int here, TextMatch text, int there)
    {
        var (left, right) = (Same(claim, here - 1, text, there - 1), Same(claim, here + 1, text, there + 1));
        if (left > 0 && right > 0)
            return true;
        return left == 2 ? Same(claim, here - 2, text, there - 2) > 0 : right == 2 && Same(claim, here + 2, text, there + 2) > 0;
    }

    /// <summary>A negator stands in the claim between this word and one that the evidence has right beside it.</summary>
    private static bool IsNegatedHere(PreparedClaim claim, int here, TextMatch text, int there) =>
        (here >= 2 && claim.Words[here - 1].Lexeme.IsNegator && Same(claim, here - 2, text, there - 1) > 0)
        || (here + 2 < claim.Words.Count && claim.Words[here + 1].Lexeme.IsNegator && Same(claim, here + 2, text, there + 1) > 0);

    /// <summary>0 for different words, 1 for the same function word, 2 for the same content word.</summary>
    private static int Same(PreparedClaim claim, int here, TextMatch text, int there)
    {
        if (here < 0 || there < 0 || here >= claim.Words.Count || there >= text.Evidence.Words.Count)
            return 0;
        var (mine, theirs) = (claim.Words[here], text.Evidence.Words[there]);
        return !ReferenceEquals(mine.Lexeme, theirs.Lexeme) && mine.Stem != theirs.Stem ? 0 : mine.IsContent ? 2 : 1;
    }
}
