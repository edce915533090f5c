namespace EvalHarness.Statistics;

/// <summary>The mean of labels when a judge scored all rows and people a random part of them: the judge's mean, put right by its error on the labelled part.</summary>
/// <remarks>
/// Unbiased whatever the judge, and never much worse than the labels alone; only for labels drawn at random from the evaluated rows: from elsewhere use <see cref="RoganGladen"/>.
/// Source: PPI++, Angelopoulos, Duchi and Zrnic 2023, arXiv:2311.01453.
/// </remarks>
public static class PredictionPowered
{
    /// <param name="labels">What people say of the labelled rows.</param>
    /// <param name="judged">What the judge says of the same rows.</param>
    /// <param name="unlabelled">What the judge says of the other rows.</param>
    /// <param name="trust">How much the judge weighs, in [0, 1]; absent: as much as it helps.</param>
    public static Estimate Mean(IReadOnlyList<double> labels, IReadOnlyList<double> judged, IReadOnlyList<double> unlabelled, double confidence, double? trust = null)
    {
        var weight = trust ?? BestTrust(labels, judged, unlabelled);
        double[] errors = [.. labels.Zip(judged, (label, said) => label - (weight * said))];
        var mean = (weight * unlabelled.Average()) + errors.Average();
        var error = Math.Sqrt((weight * weight * Variance(unlabelled) / unlabelled.Count) + (Variance(errors) / errors.Length));
        var reach = Probability.NormalReach(confidence) * error;
        return new Interval(mean - reach, mean + reach).Around(mean, confidence, "ppi++", labels.Count + unlabelled.Count);
    }

    /// <summary>The weight with the narrowest interval; 0 when the judge never varies.</summary>
    public static double BestTrust(IReadOnlyList<double> labels, IReadOnlyList<double> judged, IReadOnlyList<double> unlabelled)
    {
        var (label, said) = (labels.Average(), judged.Average());
        var covariance = labels.Zip(judged, (l, s) => (l - label) * (s - said)).Average();
        double[] all = [.. judged, .. unlabelled];
        var spread = Variance(all) * all.Length / (all.Length - 1);
        return spread > 0 ? Math.Clamp(covariance / ((1 + ((double)labels.Count / unlabelled.Count)) * spread), 0, 1) : 0;
    }

    private static double Variance(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return values.Average(v => (v - mean) * (v - mean));
    }
}
