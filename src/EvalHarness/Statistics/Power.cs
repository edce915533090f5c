namespace EvalHarness.Statistics;

/// <summary>What a paired comparison can find. Source: Miller 2024, arXiv:2411.00640, section 5.</summary>
/// <param name="Alpha">Chance of a false finding, two-sided.</param>
/// <param name="Chance">Of finding a difference that is there.</param>
public sealed record Power(double Alpha = 0.05, double Chance = 0.8)
{
    private double Reach => Probability.NormalReach(1 - Alpha) + Probability.NormalQuantile(Chance);

    /// <summary>The smallest difference that <paramref name="n"/> samples find.</summary>
    public double DetectableDifference(PairedVariance variance, int n) => Reach * Math.Sqrt(variance.PerSample / n);

    /// <summary>Samples needed to find <paramref name="difference"/>, not rounded; infinite when it is 0.</summary>
    public double SamplesNeeded(PairedVariance variance, double difference) => Reach * Reach * variance.PerSample / (difference * difference);

    /// <summary>Samples that McNemar's test needs to find <paramref name="difference"/>, not rounded. Source: Connor 1987, Biometrics 43.</summary>
    /// <param name="discordant">The share of samples on which one side alone is right, above the difference itself.</param>
    public double DiscordantSamplesNeeded(double discordant, double difference)
    {
        var found = (Probability.NormalReach(1 - Alpha) * Math.Sqrt(discordant)) + (Probability.NormalQuantile(Chance) * Math.Sqrt(discordant - (difference * difference)));
        return found * found / (difference * difference);
    }
}
