namespace EvalHarness.Statistics;

/// <summary>What n tries, c of them right, say of k tries: drawn without replacement, so unbiased for every k up to n.</summary>
public static class PassAtK
{
    /// <summary>The chance that at least one of k is right: 1 − C(n−c, k) / C(n, k).</summary>
    /// <remarks>Source: Chen et al. 2021, arXiv:2107.03374, in their product form, which does not overflow.</remarks>
    public static double Once(int n, int c, int k)
    {
        Check(n, c, k);
        return 1 - Share(n, n - c, k);
    }

    /// <summary>The chance that all k are right: C(c, k) / C(n, k).</summary>
    /// <remarks>Source: Yao et al. 2024 (tau-bench), arXiv:2406.12045.</remarks>
    public static double EveryTime(int n, int c, int k)
    {
        Check(n, c, k);
        return Share(n, c, k);
    }

    // C(some, k) / C(all, k) = Π (some − i) / (all − i); 0 as soon as there are fewer than k.
    private static double Share(int all, int some, int k)
    {
        var share = 1.0;
        for (var i = 0; i < k && share > 0; i++)
            share *= (double)(some - i) / (all - i);
        return share;
    }

    private static void Check(int n, int c, int k)
    {
        if (c < 0 || c > n || k < 1 || k > n)
            throw new ArgumentException($"{c} right of {n} tries, k = {k}: 0 to n may be right, and k is 1 to n.", nameof(c));
    }
}
