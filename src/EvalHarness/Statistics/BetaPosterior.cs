namespace EvalHarness.Statistics;

/// <summary>What is believed of a rate after successes and failures were seen: Beta(<paramref name="A"/>, <paramref name="B"/>).</summary>
/// <remarks>A statement about the rate given a prior, not about how often a method errs: it informs and decides nothing. Source: Bowyer, Aitchison and Ivanova 2025, arXiv:2503.01747.</remarks>
public readonly record struct BetaPosterior(double A, double B)
{
    public double Mean => A / (A + B);

    /// <param name="priorA">Successes that the prior is worth; 1 and 1 hold every rate for equally likely.</param>
    /// <param name="priorB">Failures that the prior is worth.</param>
    public static BetaPosterior Of(double successes, double n, double priorA = 1, double priorB = 1) => new(successes + priorA, n - successes + priorB);

    /// <summary>With the prior that does not depend on how a rate is expressed. Source: Brown, Cai and DasGupta 2001, section 3.1.3.</summary>
    public static BetaPosterior Jeffreys(double successes, double n) => Of(successes, n, 0.5, 0.5);

    /// <summary>Of the share of wins among the samples on which one side alone is right, every cell of the 2×2 table equally likely before.</summary>
    public static BetaPosterior OfWins(int wins, int losses) => Of(wins, wins + losses);

    /// <summary>Equal-tailed: half of the rest lies on either side.</summary>
    public Interval Interval(double confidence) => new(Probability.BetaQuantile(A, B, (1 - confidence) / 2), Probability.BetaQuantile(A, B, (1 + confidence) / 2));

    /// <summary>How probable a rate above <paramref name="threshold"/> is; of wins above one half, that the candidate is better.</summary>
    public double Above(double threshold) => Probability.BetaCdf(B, A, 1 - threshold);
}
