using System.Numerics;

namespace EvalHarness.Statistics;

/// <summary>The permutation test of paired differences: under the hypothesis the two sides may be swapped, whole clusters at a time.</summary>
/// <param name="TwoSided">P that chance alone gives a mean as far from 0.</param>
/// <param name="Greater">P that chance alone gives a mean as high.</param>
/// <param name="Less">P that chance alone gives a mean as low.</param>
/// <remarks>Every swap is tried for at most 20 clusters, else 9,999 seeded ones. Source: Fisher 1935; Good 2005, chapter 3.</remarks>
public sealed record SignFlip(double TwoSided, double Greater, double Less)
{
    private const int ExactClusters = 20;
    private const int Draws = 9_999;

    public static SignFlip Of(ClusteredValues differences, SeededRandom random)
    {
        var sums = new double[differences.ClusterCount];
        for (var c = 0; c < sums.Length; c++)
            sums[c] = differences.Clusters[c].Residual + (differences.Clusters[c].Size * differences.Mean);

        return sums.Length <= ExactClusters
            ? Count(AllSwaps(sums), sums, ownSwap: 0)
            : Count(SomeSwaps(sums, random), sums, ownSwap: 1);
    }

    // Two tables of half the clusters each: every sum is two additions, so rounding does not build up over a million swaps.
    private static IEnumerable<double> AllSwaps(double[] sums)
    {
        var (first, second) = (Swaps(sums[..(sums.Length / 2)]), Swaps(sums[(sums.Length / 2)..]));
        return first.SelectMany(_ => second, (a, b) => a + b);
    }

    private static double[] Swaps(double[] sums) =>
        [.. Enumerable.Range(0, 1 << sums.Length).Select(swap => sums.Select((s, i) => (swap >> i & 1) == 0 ? s : -s).Sum())];

    private static IEnumerable<double> SomeSwaps(double[] sums, SeededRandom random)
    {
        for (var draw = 0; draw < Draws; draw++)
        {
            double total = 0;
            ulong bits = 0;
            for (var c = 0; c < sums.Length; c++, bits >>= 1)
            {
                if (BitOperations.TrailingZeroCount((uint)c) >= 6)
                    bits = random.NextBits();
                total += (bits & 1) == 0 ? sums[c] : -sums[c];
            }

            yield return total;
        }
    }

    private static SignFlip Count(IEnumerable<double> swaps, double[] sums, int ownSwap)
    {
        var seen = sums.Sum();
        var slack = 1e-12 * sums.Sum(Math.Abs);
        int all = ownSwap, far = ownSwap, high = ownSwap, low = ownSwap;
        foreach (var swap in swaps)
        {
            all++;
            far += Math.Abs(swap) >= Math.Abs(seen) - slack ? 1 : 0;
            high += swap >= seen - slack ? 1 : 0;
            low += swap <= seen + slack ? 1 : 0;
        }

        return new((double)far / all, (double)high / all, (double)low / all);
    }
}
