using System.Numerics;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>How many of a claim's neighbouring content words are also neighbours in the evidence, at most one word between them.</summary>
internal static class WordOrder
{
    /// <summary>In [0, 1]; 1 for a claim of one word.</summary>
    public static double Share(EvidenceMatch match)
    {
        var count = match.Claim.StemWords.Count;
        if (count < 2)
            return 1;

        var found = 0UL;
        foreach (var text in match.Texts)
            found |= Neighbours(text);
        var own = count == PreparedClaim.MostStems ? ulong.MaxValue : (1UL << count) - 1;
        return (double)BitOperations.PopCount(found & own) / (count - 1);
    }

    /// <summary>The bits whose predecessor in the claim stands right before them here.</summary>
    private static ulong Neighbours(TextMatch text)
    {
        var (found, before, last) = (0UL, PreparedClaim.Unknown, PreparedClaim.Unknown);
        for (var word = 0; word < text.Evidence.Words.Count; word++)
        {
            if (text.Evidence.Terms[word] < 0)
                continue;
            var here = text.Bit(word);
            if (here > 0 && (last == here - 1 || before == here - 1))
                found |= 1UL << here;
            (before, last) = (last, here);
        }

        return found;
    }
}
