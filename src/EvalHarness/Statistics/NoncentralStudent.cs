namespace EvalHarness.Statistics;

/// <summary>The t statistic when the hypothesis is false: (Z + shift) / √(χ²/df). Source: Lenth 1989, algorithm AS 243, Applied Statistics 38.</summary>
public static class NoncentralStudent
{
    /// <summary>P(T ≤ t), t and <paramref name="shift"/> of either sign.</summary>
    public static double AtMost(double t, double df, double shift)
    {
        if (t < 0)
            return 1 - AtMost(-t, df, -shift);
        var x = t * t / (df + (t * t));
        var rate = shift * shift / 2;
        var sum = 0.0;
        for (var j = 0; j <= LastTerm(rate); j++)
        {
            var even = Term(rate, j, j + 1) * Probability.BetaCdf(j + 0.5, df / 2, x);
            var odd = Term(rate, j, j + 1.5) * (shift / Math.Sqrt(2)) * Probability.BetaCdf(j + 1, df / 2, x);
            sum += even + odd;
        }

        return Math.Clamp(Probability.NormalAbove(shift) + (sum / 2), 0, 1);
    }

    // Beyond ten standard deviations of a Poisson count nothing is left to add.
    private static int LastTerm(double rate) => (int)(rate + (10 * Math.Sqrt(rate)) + 40);

    // e^−rate · rate^j / Γ(argument): by logarithms, so that a large shift does not vanish.
    private static double Term(double rate, int j, double argument) => rate > 0
        ? Math.Exp((j * Math.Log(rate)) - rate - Probability.LogGamma(argument))
        : j == 0 ? Math.Exp(-Probability.LogGamma(argument)) : 0;
}
