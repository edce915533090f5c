namespace EvalHarness.Statistics;

/// <summary>The signed-rank test of paired differences: zeros are left out, equal sizes share their mean rank.</summary>
/// <param name="N">Differences that are not zero.</param>
/// <param name="RankSum">Of the positive ones.</param>
/// <param name="TwoSided">P that chance alone gives a sum as far from its middle.</param>
/// <param name="Greater">P that chance alone gives a sum as high.</param>
/// <param name="Less">P that chance alone gives a sum as low.</param>
/// <remarks>
/// Up to 200 differences p is exact, over all sign flips of the ranks at hand, ties included; beyond, normal with continuity correction.
/// For independent samples only. Source: Wilcoxon 1945; exact with ties, Pratt and Gibbons 1981, chapter 3.
/// </remarks>
public sealed record Wilcoxon(int N, double RankSum, double TwoSided, double Greater, double Less)
{
    private const int ExactDifferences = 200;

    /// <summary>Absent when every difference is zero: no evidence of anything.</summary>
    public static Wilcoxon? Of(IEnumerable<double> differences)
    {
        double[] kept = [.. differences.Where(d => d != 0).OrderBy(Math.Abs)];
        if (kept.Length == 0)
            return null;
        var doubled = DoubledRanks(kept);
        var sum = kept.Zip(doubled, (d, rank) => d > 0 ? rank : 0).Sum();
        var (greater, less) = kept.Length <= ExactDifferences ? Exact(doubled, sum) : Approximate(doubled, sum);
        return new(kept.Length, sum / 2.0, Math.Min(1, 2 * Math.Min(greater, less)), greater, less);
    }

    /// <summary>The median of the means of all pairs, each with itself included: where the differences lie. Source: Hodges and Lehmann 1963.</summary>
    public static double HodgesLehmann(IReadOnlyList<double> differences)
    {
        double[] means = [.. from i in Enumerable.Range(0, differences.Count) from j in Enumerable.Range(i, differences.Count - i) select (differences[i] + differences[j]) / 2];
        Array.Sort(means);
        return Quantile.Of(means, 0.5);
    }

    // Twice the rank, so that the mean of two ranks is a whole number.
    private static int[] DoubledRanks(double[] ascending)
    {
        var ranks = new int[ascending.Length];
        for (var start = 0; start < ranks.Length;)
        {
            var end = start + 1;
            while (end < ranks.Length && Math.Abs(ascending[end]) - Math.Abs(ascending[start]) <= 1e-12 * Math.Abs(ascending[end]))
                end++;
            Array.Fill(ranks, start + 1 + end, start, end - start);
            start = end;
        }

        return ranks;
    }

    /// <summary>How probable each rank sum is when every sign is a fair coin, then its two tails.</summary>
    private static (double Greater, double Less) Exact(int[] doubled, int sum)
    {
        var chances = new double[doubled.Sum() + 1];
        chances[0] = 1;
        var reached = 0;
        foreach (var rank in doubled)
        {
            reached += rank;
            for (var s = reached; s >= 0; s--)
                chances[s] = (chances[s] + (s >= rank ? chances[s - rank] : 0)) / 2;
        }

        return (chances.Skip(sum).Sum(), chances.Take(sum + 1).Sum());
    }

    private static (double Greater, double Less) Approximate(int[] doubled, int sum)
    {
        var (middle, spread) = (doubled.Sum() / 2.0, Math.Sqrt(doubled.Sum(r => (double)r * r) / 4));
        return (Probability.NormalAbove((sum - middle - 1) / spread), Probability.NormalAbove((middle - sum - 1) / spread));
    }
}
