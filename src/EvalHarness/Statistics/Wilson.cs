namespace EvalHarness.Statistics;

/// <summary>The score interval of a rate. Source: Wilson 1927; Brown, Cai and DasGupta 2001.</summary>
public static class Wilson
{
    /// <param name="rate">In [0, 1].</param>
    /// <param name="n">Samples, or the effective number of them.</param>
    public static Interval Of(double rate, double n, double confidence)
    {
        var z = Probability.NormalReach(confidence);
        var centre = rate + (z * z / (2 * n));
        var reach = z * Math.Sqrt((rate * (1 - rate) / n) + (z * z / (4 * n * n)));
        var scale = 1 + (z * z / n);
        // At 0 and 1 the bound is exact: rounding must not print 8.6e-19.
        return new Interval(rate == 0 ? 0 : (centre - reach) / scale, rate == 1 ? 1 : (centre + reach) / scale).Within(new ValueRange(0, 1));
    }
}
