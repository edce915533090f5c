namespace EvalHarness.Statistics;

/// <summary>Why scores vary: between samples, whose true means differ, and within a sample, over its repeats. Every sample has as many repeats.</summary>
/// <remarks>
/// One-way random effects, by analysis of variance: within = MSW, between = (MSB − MSW) / k, which chance can make negative.
/// Source: Searle, Casella and McCulloch 1992, Variance Components, chapter 3; Miller 2024, arXiv:2411.00640, for what repeats buy.
/// </remarks>
/// <param name="Mean">Over all scores.</param>
/// <param name="MeanSquareBetween">MSB.</param>
/// <param name="Within">σ² of one repeat about its sample's mean: MSW.</param>
public sealed record VarianceComponents(double Mean, double MeanSquareBetween, double Within, int Samples, int Repeats)
{
    /// <summary>ω², of the samples' true means; may be slightly negative.</summary>
    public double Between => (MeanSquareBetween - Within) / Repeats;

    /// <summary>The share of one score's variance that lies between samples; ICC(1). 0 when nothing varies.</summary>
    public double IntraclassCorrelation => Between + Within > 0 ? Between / (Between + Within) : 0;

    /// <summary>Of the mean, if every sample had so many repeats.</summary>
    public double StandardError(double repeats) => Math.Sqrt((Between + (Within / repeats)) / Samples);

    /// <summary>From every sample's mean over its repeats and its variance over them, with divisor k − 1.</summary>
    /// <returns>Absent with fewer than two samples or two repeats.</returns>
    public static VarianceComponents? Of(IReadOnlyList<double> means, IReadOnlyList<double> variances, int repeats)
    {
        if (means.Count < 2 || repeats < 2)
            return null;
        var mean = means.Average();
        var between = repeats * means.Sum(m => (m - mean) * (m - mean)) / (means.Count - 1);
        return new(mean, between, variances.Average(), means.Count, repeats);
    }

    /// <summary>What each sample adds to <see cref="Between"/>: its mean is that variance, and its spread over clusters tells how well it is known.</summary>
    public IReadOnlyList<double> Contributions(IReadOnlyList<double> means, IReadOnlyList<double> variances) =>
        [.. means.Zip(variances, (m, v) => ((m - Mean) * (m - Mean) * Samples / (Samples - 1)) - (v / Repeats))];

    /// <summary>The largest variance that so many values in [0, 1] can have: half of them 0, half 1.</summary>
    public static double Largest(int values) => values / 2 * ((values + 1) / 2) / (values * (values - 1.0));

    /// <summary>With divisor n − 1; 0 of a single value.</summary>
    public static double Of(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return values.Count < 2 ? 0 : values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1);
    }
}
