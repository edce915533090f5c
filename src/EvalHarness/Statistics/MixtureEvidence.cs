namespace EvalHarness.Statistics;

/// <summary>Evidence that may be looked at after every sample: the likelihood of a mixture of alternatives over that of the hypothesis, as a natural logarithm.</summary>
/// <remarks>An e-value at each n, for independent samples: the chance that it ever reaches 1/α is at most α. Source: Robbins 1970, Annals of Mathematical Statistics 41; Johari, Pekelis and Walsh 2022, Operations Research 70.</remarks>
public static class MixtureEvidence
{
    /// <summary>Against "wins and losses are equally likely": the share of wins is mixed over Beta(<paramref name="prior"/>, <paramref name="prior"/>).</summary>
    public static double OfCounts(int wins, int losses, double prior = 1) =>
        LogBeta(wins + prior, losses + prior) - LogBeta(prior, prior) + ((wins + losses) * Math.Log(2));

    /// <summary>Against "the mean is <paramref name="hypothesis"/>": the mean is mixed over a normal of variance <paramref name="mixing"/> about it.</summary>
    /// <param name="variance">Of one value, known.</param>
    public static double OfMean(IReadOnlyList<double> values, double hypothesis, double variance, double mixing)
    {
        var n = values.Count;
        var (sum, spread) = (values.Sum(v => v - hypothesis), variance + (n * mixing));
        return (Math.Log(variance / spread) / 2) + (mixing * sum * sum / (2 * variance * spread));
    }

    /// <summary>1 / e, at most 1: a p value at any time that it is looked at. The least one so far is a p value too.</summary>
    public static double P(double logEvidence) => Math.Min(1, Math.Exp(-logEvidence));

    private static double LogBeta(double a, double b) => Probability.LogGamma(a) + Probability.LogGamma(b) - Probability.LogGamma(a + b);
}
