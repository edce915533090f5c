namespace EvalHarness.Statistics;

/// <summary>The hybrid score interval of the difference of two paired rates: needs no search, and stands beside Tango's, which decides.</summary>
/// <remarks>Source: Newcombe 1998, Statistics in Medicine 17, method 10, with the correlation's continuity correction.</remarks>
public static class Newcombe
{
    public static Interval Of(PairedCounts counts, double confidence)
    {
        var candidate = Wilson.Of(counts.CandidateRate, counts.N, confidence);
        var baseline = Wilson.Of(counts.BaselineRate, counts.N, confidence);
        var phi = Correlation(counts);
        return new(
            counts.Difference - Reach(counts.CandidateRate - candidate.Low!.Value, baseline.High!.Value - counts.BaselineRate, phi),
            counts.Difference + Reach(candidate.High!.Value - counts.CandidateRate, counts.BaselineRate - baseline.Low!.Value, phi));
    }

    /// <summary>In [-1, 1]; 0 where one side is always right or always wrong.</summary>
    public static double Correlation(PairedCounts counts)
    {
        double right = counts.BothRight + counts.Wins, known = counts.BothRight + counts.Losses;
        var spread = right * (counts.N - right) * known * (counts.N - known);
        if (spread <= 0)
            return 0;
        var agreement = ((double)counts.BothRight * counts.BothWrong) - ((double)counts.Wins * counts.Losses);
        return (agreement > 0 ? Math.Max(0, agreement - (counts.N / 2.0)) : agreement) / Math.Sqrt(spread);
    }

    private static double Reach(double own, double other, double phi) => Math.Sqrt(Math.Max(0, (own * own) - (2 * phi * own * other) + (other * other)));
}
