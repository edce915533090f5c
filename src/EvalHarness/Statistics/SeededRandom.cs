using System.Numerics;
using System.Text;

namespace EvalHarness.Statistics;

/// <summary>A stream of random numbers that depends on a seed and a purpose alone: the same bytes on every machine, in every order and on any number of threads.</summary>
/// <remarks>Source: xoshiro256**, Blackman and Vigna 2021, seeded by SplitMix64; the purpose enters through FNV-1a. Not for secrets.</remarks>
public sealed class SeededRandom
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    /// <param name="purpose">What the numbers are for; unlike purposes give unrelated streams.</param>
    public SeededRandom(int seed, string purpose)
    {
        var state = Encoding.UTF8.GetBytes($"{seed}:{purpose}").Aggregate(14695981039346656037UL, (hash, b) => (hash ^ b) * 1099511628211UL);
        (s0, s1, s2, s3) = (SplitMix(ref state), SplitMix(ref state), SplitMix(ref state), SplitMix(ref state));
    }

    public ulong NextBits()
    {
        var result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        var shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>In [0, <paramref name="below"/>); uneven by at most <paramref name="below"/> / 2³².</summary>
    public int Next(int below) => (int)(((NextBits() >> 32) * (ulong)below) >> 32);

    /// <summary>In [0, 1).</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    private static ulong SplitMix(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
