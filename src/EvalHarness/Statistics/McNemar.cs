namespace EvalHarness.Statistics;

/// <summary>Tests of wins against losses on paired yes/no scores; they stand beside Tango's, which decides. Source: McNemar 1947; mid-p, Fagerland, Lydersen and Laake 2013.</summary>
public static class McNemar
{
    /// <summary>Two-sided; never too small, so often too large.</summary>
    public static double Exact(int wins, int losses) =>
        Math.Min(1, 2 * Probability.BinomialAtMost(Math.Min(wins, losses), wins + losses, 0.5));

    /// <summary>Two-sided; half of the observed count's own probability is left out.</summary>
    public static double MidP(int wins, int losses)
    {
        var (fewer, all) = (Math.Min(wins, losses), wins + losses);
        return Math.Min(1, Probability.BinomialAtMost(fewer, all, 0.5) + Probability.BinomialAtMost(fewer - 1, all, 0.5));
    }
}
