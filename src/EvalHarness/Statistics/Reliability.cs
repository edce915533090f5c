namespace EvalHarness.Statistics;

/// <summary>Whether scores can be read as probabilities.</summary>
public static class Reliability
{
    private const int Bins = 10;

    /// <summary>Ten parts of [0, 1] of equal width; those without rows are left out.</summary>
    /// <param name="scores">In [0, 1].</param>
    public static IReadOnlyList<ReliabilityBin> Of(IReadOnlyList<double> scores, IReadOnlyList<bool> labels) =>
    [
        .. scores.Zip(labels)
            .GroupBy(row => Math.Min(Bins - 1, (int)(row.First * Bins)))
            .OrderBy(bin => bin.Key)
            .Select(bin => new ReliabilityBin(bin.Key / (double)Bins, (bin.Key + 1) / (double)Bins, bin.Count(), bin.Average(r => r.First), bin.Count(r => r.Second) / (double)bin.Count())),
    ];

    /// <summary>The expected calibration error, in [0, 1]: how far the rate is from the score, on average over rows; absent without rows.</summary>
    /// <remarks>Source: Naeini, Cooper and Hauskrecht 2015, AAAI.</remarks>
    public static double? ExpectedError(IReadOnlyList<ReliabilityBin> bins) =>
        bins.Count == 0 ? null : bins.Sum(b => b.N * Math.Abs(b.Score - b.Rate)) / bins.Sum(b => b.N);
}
