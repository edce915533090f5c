namespace EvalHarness.Statistics;

/// <summary>The rate behind a judge's verdicts, its sensitivity and specificity known from labels that come from elsewhere.</summary>
/// <param name="Sensitivity">Of the judge, on <paramref name="Positives"/> rows that people said yes to.</param>
/// <param name="Specificity">Of the judge, on <paramref name="Negatives"/> rows that people said no to.</param>
/// <remarks>
/// Holds when the judge errs alike on labelled and evaluated rows, whatever the rates; useless as the sum of both nears 1.
/// Source: Rogan and Gladen 1978; the interval, Lee et al. 2025, arXiv:2511.21140.
/// </remarks>
public sealed record RoganGladen(double Sensitivity, int Positives, double Specificity, int Negatives)
{
    /// <summary>By how much the judge shrinks every difference, in [-1, 1]; at 0 it says nothing.</summary>
    public double Youden => Sensitivity + Specificity - 1;

    /// <param name="said">The share of <paramref name="n"/> rows that the judge says yes to.</param>
    /// <returns>Within [0, 1]; absent when the judge is no better than chance.</returns>
    public Estimate? Rate(double said, int n, double confidence)
    {
        var z = Probability.NormalReach(confidence);
        var smoothed = new RoganGladen(Smoothed(Sensitivity, Positives), Positives + 2, Smoothed(Specificity, Negatives), Negatives + 2);
        if (Youden <= 0 || smoothed.Youden <= 0)
            return null;
        var saidSmoothed = ((n * said) + (z * z / 2)) / (n + (z * z));
        var centre = smoothed.Corrected(saidSmoothed) + (2 * z * z * smoothed.Shift(saidSmoothed));
        var reach = z * smoothed.StandardError(saidSmoothed, n + (z * z));
        return new Interval(centre - reach, centre + reach).Within(new ValueRange(0, 1)).Around(Math.Clamp(Corrected(said), 0, 1), confidence, "rogan-gladen", n);
    }

    /// <summary>(said + specificity − 1) / (sensitivity + specificity − 1), not clamped.</summary>
    public double Corrected(double said) => (said + Specificity - 1) / Youden;

    /// <summary>Of the corrected rate, by the delta method.</summary>
    public double StandardError(double said, double n)
    {
        var rate = Corrected(said);
        return Math.Sqrt((said * (1 - said) / n) + ((1 - rate) * (1 - rate) * NegativeVariance) + (rate * rate * PositiveVariance)) / Math.Abs(Youden);
    }

    /// <summary>The part of the corrected rate's variance that is the labels' doing; with one success and one failure added to each, so that a judge who never erred on few labels is not taken for perfect.</summary>
    public double LabelVariance(double said)
    {
        var rate = Math.Clamp(Corrected(said), 0, 1);
        var (yes, no) = (Smoothed(Sensitivity, Positives), Smoothed(Specificity, Negatives));
        return (((1 - rate) * (1 - rate) * no * (1 - no) / (Negatives + 2)) + (rate * rate * yes * (1 - yes) / (Positives + 2))) / (Youden * Youden);
    }

    private static double Smoothed(double share, int rows) => ((rows * share) + 1) / (rows + 2);

    private double PositiveVariance => Sensitivity * (1 - Sensitivity) / Positives;

    private double NegativeVariance => Specificity * (1 - Specificity) / Negatives;

    private double Shift(double said)
    {
        var rate = Corrected(said);
        return (rate * PositiveVariance) - ((1 - rate) * NegativeVariance);
    }
}
