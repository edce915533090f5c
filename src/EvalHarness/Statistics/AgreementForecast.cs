namespace EvalHarness.Statistics;

/// <summary>How wide the intervals of agreement figures will be, before anybody has labelled a row.</summary>
/// <remarks>Half-widths of intervals of independent rows, by the delta method as in <see cref="AgreementEstimator"/>; of the rate, Wilson's. Rows of one group are worth less.</remarks>
/// <param name="Rate">The share of rows that people will say yes to, in (0, 1).</param>
/// <param name="Sensitivity">The scorer's, as it is supposed to be; in (0, 1].</param>
/// <param name="Specificity">The scorer's, as it is supposed to be; in (0, 1].</param>
public sealed record AgreementForecast(double Rate, double Sensitivity, double Specificity, double Confidence = 0.95)
{
    public double OfRate(int n) => Wilson.Of(Rate, n, Confidence) is { Low: { } low, High: { } high } ? (high - low) / 2 : 1;

    public double OfBalancedAccuracy(int n) =>
        Probability.NormalReach(Confidence) * Math.Sqrt((Sensitivity * (1 - Sensitivity) / (n * Rate)) + (Specificity * (1 - Specificity) / (n * (1 - Rate)))) / 2;

    public double OfKappa(int n) => Probability.NormalReach(Confidence) * Math.Sqrt(KappaVariance() / n);

    /// <summary>The mean square of the influences of the four cells; the influences of all rows add up to nothing.</summary>
    private double KappaVariance()
    {
        var (tp, fn) = (Rate * Sensitivity, Rate * (1 - Sensitivity));
        var (tn, fp) = ((1 - Rate) * Specificity, (1 - Rate) * (1 - Specificity));
        var said = tp + fp;
        var chance = (said * Rate) + ((1 - said) * (1 - Rate));
        var lost = (1 - tp - tn) / ((1 - chance) * (1 - chance));
        double Square(bool yes, bool label)
        {
            var chanceInfluence = (((2 * Rate) - 1) * ((yes ? 1 : 0) - said)) + (((2 * said) - 1) * ((label ? 1 : 0) - Rate));
            var influence = (((yes == label ? 1 : 0) - tp - tn) / (1 - chance)) - (lost * chanceInfluence);
            return influence * influence;
        }

        return (tp * Square(true, true)) + (fp * Square(true, false)) + (fn * Square(false, true)) + (tn * Square(false, false));
    }
}
