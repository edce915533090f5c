namespace EvalHarness.Statistics;

/// <summary>The joint interval of a ratio of two means of positive quantities. Source: Fieller 1954; t with C − 1 degrees of freedom.</summary>
public static class Fieller
{
    /// <remarks>Where the denominator cannot be told from 0 the ratio has no upper bound, and says so.</remarks>
    public static Interval Of(RatioMoments moments, double confidence)
    {
        var t = Probability.StudentReach(confidence, moments.Clusters - 1);
        var a = (moments.Denominator * moments.Denominator) - (t * t * moments.DenominatorVariance);
        var b = (moments.Numerator * moments.Denominator) - (t * t * moments.Covariance);
        var c = (moments.Numerator * moments.Numerator) - (t * t * moments.NumeratorVariance);
        var root = Math.Sqrt(Math.Max(0, (b * b) - (a * c)));
        if (a > 0)
            return new((b - root) / a, (b + root) / a);

        // The ratios left are those beyond two roots; of these the positive ones are above the positive root.
        return a < 0 && c > 0 ? new((b - root) / a, null) : Interval.Unbounded;
    }
}
