namespace EvalHarness.Statistics;

/// <summary>The exact interval of a rate: covers at least as often as it claims, so it is wide. For guarantees. Source: Clopper and Pearson 1934.</summary>
public static class ClopperPearson
{
    /// <param name="successes">Of <paramref name="n"/>; both may be effective numbers.</param>
    public static Interval Of(double successes, double n, double confidence)
    {
        var tail = (1 - confidence) / 2;
        return new(
            successes <= 0 ? 0 : Probability.BetaQuantile(successes, n - successes + 1, tail),
            successes >= n ? 1 : Probability.BetaQuantile(successes + 1, n - successes, 1 - tail));
    }
}
