using System.Numerics;
using System.Runtime.InteropServices;
using EvalHarness.Statistics;

namespace EvalHarness.TrainingData.Texts;

/// <summary>Signatures of sets: the share of equal places estimates how alike two sets are.</summary>
/// <remarks>
/// Error: a standard deviation of √(J(1−J)/128), at most .044.
/// Source: Broder 1997, "On the resemblance and containment of documents"; the permutations are seeded xor-multiply hashes.
/// </remarks>
internal sealed class MinHash
{
    public const int Size = 128;

    private readonly uint[] masks = new uint[Size];
    private readonly uint[] factors = new uint[Size];

    public MinHash(int seed = 1)
    {
        var random = new SeededRandom(seed, "minhash");
        for (var i = 0; i < Size; i++)
            (masks[i], factors[i]) = ((uint)random.NextBits(), (uint)random.NextBits() | 1);
    }

    /// <summary>The signature of a set; nothing in it for the empty set.</summary>
    public uint[] Sign(uint[] shingles)
    {
        if (shingles.Length == 0)
            return [];
        var signature = new uint[Size];
        Array.Fill(signature, uint.MaxValue);
        var least = MemoryMarshal.Cast<uint, Vector<uint>>(signature.AsSpan());
        var mask = MemoryMarshal.Cast<uint, Vector<uint>>(masks.AsSpan());
        var factor = MemoryMarshal.Cast<uint, Vector<uint>>(factors.AsSpan());
        foreach (var shingle in shingles)
        {
            var all = new Vector<uint>(shingle);
            for (var i = 0; i < least.Length; i++)
                least[i] = Vector.Min(least[i], (all ^ mask[i]) * factor[i]);
        }

        return signature;
    }

    public static double Similarity(uint[] first, uint[] second)
    {
        if (first.Length == 0 || second.Length == 0)
            return 0;
        var same = 0;
        for (var i = 0; i < Size; i++)
            same += first[i] == second[i] ? 1 : 0;
        return (double)same / Size;
    }
}
