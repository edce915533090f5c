using System.Collections.Concurrent;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace EvalHarness.Statistics;

/// <summary>Tails and quantiles of the few distributions that intervals and tests need.</summary>
/// <remarks>
/// The one place that calls MathNet.Numerics: its StudentT.InvCDF gives −800 in silence or throws far out, so quantiles of t are found here;
/// 1 − CDF loses small upper tails, so tails are asked for directly.
/// </remarks>
public static class Probability
{
    // Thousands of intervals ask for a few dozen reaches, each found by sixty tails.
    private static readonly ConcurrentDictionary<(double Confidence, double Df), double> StudentReaches = new();

    /// <summary>How many standard errors a two-sided normal interval reaches: 1.96 at 0.95.</summary>
    public static double NormalReach(double confidence) => -NormalQuantile((1 - confidence) / 2);

    public static double NormalQuantile(double p) => Normal.InvCDF(0, 1, p);

    /// <summary>P(|Z| ≥ |z|).</summary>
    public static double NormalTwoSided(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    /// <summary>P(Z ≥ z).</summary>
    public static double NormalAbove(double z) => SpecialFunctions.Erfc(z / Math.Sqrt(2)) / 2;

    /// <summary>P(T ≥ t), t of either sign.</summary>
    public static double StudentAbove(double t, double df) => t >= 0 ? StudentTail(t, df) : 1 - StudentTail(-t, df);

    /// <summary>P(T ≥ t) for t ≥ 0.</summary>
    public static double StudentTail(double t, double df) => SpecialFunctions.BetaRegularized(df / 2, 0.5, df / (df + (t * t))) / 2;

    /// <summary>How many standard errors a two-sided t interval reaches: 2.57 at 0.95 and 5 degrees of freedom.</summary>
    public static double StudentReach(double confidence, double df) => StudentReaches.GetOrAdd((confidence, df), FindStudentReach);

    /// <summary>P(X ≤ x) of Beta(a, b).</summary>
    public static double BetaCdf(double a, double b, double x) => SpecialFunctions.BetaRegularized(a, b, x);

    /// <summary>ln Γ(x), x &gt; 0.</summary>
    public static double LogGamma(double x) => SpecialFunctions.GammaLn(x);

    public static double BetaQuantile(double a, double b, double p) => Beta.InvCDF(a, b, p);

    /// <summary>P(X ≤ k) of a binomial count in <paramref name="n"/>.</summary>
    public static double BinomialAtMost(int k, int n, double p) => k < 0 ? 0 : k >= n ? 1 : BetaCdf(n - k, k + 1, 1 - p);

    /// <summary>P(X ≥ k) of a binomial count in <paramref name="n"/>.</summary>
    public static double BinomialAtLeast(int k, int n, double p) => k <= 0 ? 1 : k > n ? 0 : BetaCdf(k, n - k + 1, p);

    private static double FindStudentReach((double Confidence, double Df) of)
    {
        var (confidence, df) = of;
        var tail = (1 - confidence) / 2;
        var (low, high) = (0.0, 1.0);
        while (StudentTail(high, df) > tail)
            (low, high) = (high, 2 * high);
        for (var middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2)
            (low, high) = StudentTail(middle, df) > tail ? (middle, high) : (low, middle);
        return high;
    }
}
