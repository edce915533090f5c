namespace EvalHarness.Statistics;

/// <summary>Evidence against "the mean is at most 0" from independent values, as the gain of bets at odds that are fair under it.</summary>
/// <remarks>
/// Its expectation under the hypothesis is at most 1, at any n: an e-value, which may be multiplied night by night. With clusters, one value each: rows of one cluster are not independent.
/// Source: Waudby-Smith and Ramdas 2023, JRSS B 86; the mean over stakes is one bet more.
/// </remarks>
public static class BettingEvidence
{
    private static readonly double[] Stakes = [0.03, 0.06, 0.1, 0.15, 0.2, 0.3];

    private const int FactorsAtOnce = 200;

    /// <summary>The mean over stakes g of Π(1 + g·x); 1 without values.</summary>
    /// <param name="values">In [-3, 3], usually in [-1, 1]: the largest stake may not lose more than it has.</param>
    public static double Of(IReadOnlyList<double> values) => Stakes.Average(g => Math.Exp(LogGain(values, g)));

    /// <summary>The value that a cluster contributes when losses beyond a margin are looked for: how far its mean of candidate − champion lies below −margin.</summary>
    /// <param name="difference">In [-1, 1].</param>
    /// <param name="margin">In [0, 1): what a gate permits.</param>
    /// <returns>In [-1, 1], at most 0 on average while the candidate is worse by no more than the margin.</returns>
    public static double LossBeyond(double difference, double margin) => -(difference + margin) / (1 + margin);

    // A logarithm per factor would be most of the work; so many factors neither vanish nor overflow.
    private static double LogGain(IReadOnlyList<double> values, double stake)
    {
        var (log, product) = (0.0, 1.0);
        for (var i = 0; i < values.Count; i++)
        {
            product *= 1 + (stake * values[i]);
            if (i % FactorsAtOnce == FactorsAtOnce - 1)
                (log, product) = (log + Math.Log(product), 1);
        }

        return log + Math.Log(product);
    }
}
