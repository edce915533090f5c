namespace EvalHarness.Reports.Charts;

/// <summary>Values that people would write on an axis.</summary>
internal static class RoundValues
{
    private static readonly double[] Steps = [1, 2, 2.5, 5, 10];

    /// <summary>Multiples of a round step, about as many as asked for, from 0 or the first one above it.</summary>
    public static IEnumerable<double> Linear(double low, double high, int count)
    {
        var rough = (high - low) / count;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * Steps.First(s => s * power >= rough * 0.999);
        for (var multiple = Math.Ceiling(low / step); multiple * step <= high; multiple++)
            yield return multiple * step;
    }

    /// <summary>Every power of ten times each of the factors.</summary>
    /// <param name="low">Its decimal logarithm.</param>
    /// <param name="high">Its decimal logarithm.</param>
    public static IEnumerable<double> Logarithmic(double low, double high, double[] factors) =>
        from power in Enumerable.Range((int)Math.Floor(low), (int)(Math.Ceiling(high) - Math.Floor(low)) + 1)
        from factor in factors
        let value = factor * Math.Pow(10, power)
        where Math.Log10(value) >= low && Math.Log10(value) <= high
        select value;
}
