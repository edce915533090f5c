using System.Numerics;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>What each stem of a claim counts for: the root of its rarity among the evidence's sentences, times what the claim gives it.</summary>
internal sealed class StemWeights
{
    /// <summary>What is left of the weight of everyday words that a record does not have.</summary>
    private const double RecordShare = 0.25;

    private readonly double[] weights;
    private readonly double all;

    /// <param name="light">Everyday words that a record does not have.</param>
    public StemWeights(PreparedClaim claim, IReadOnlyList<TextMatch> texts, ulong light)
    {
        weights = [.. claim.Stems.Select((_, bit) => claim.Weights[bit] * Rarity(texts, bit) * ((light >> bit & 1) != 0 ? RecordShare : 1))];
        all = weights.Sum();
        Total = all + claim.Quantities.Count;
    }

    /// <summary>The weight of all stems, and one for each quantity.</summary>
    public double Total { get; }

    public double Of(ulong mask)
    {
        var sum = 0.0;
        for (; mask != 0; mask &= mask - 1)
            sum += weights[BitOperations.TrailingZeroCount(mask)];
        return sum;
    }

    /// <summary>The share of the whole weight in these stems, quantities apart, in [0, 1]; 1 for a claim without stems.</summary>
    public double Coverage(ulong mask) => all > 0 ? Of(mask) / all : 1;

    private static double Rarity(IReadOnlyList<TextMatch> texts, int bit)
    {
        var (sentences, containing) = (0, 0);
        foreach (var text in texts)
        {
            sentences += text.Masks.Length;
            foreach (var mask in text.Masks)
                containing += (int)(mask >> bit & 1);
        }

        return Math.Sqrt(Math.Log(1 + ((sentences + 1) / (containing + 0.5))));
    }
}
