namespace EvalHarness.Statistics;

/// <summary>The interval of a quantile from the values' own ranks: no assumption on their shape.</summary>
/// <remarks>Samples are taken as independent. An end that the data cannot support is absent: two-sided at 0.95, p95 needs 72 samples and p99 368. Source: David and Nagaraja 2003, section 7.1.</remarks>
public static class OrderStatistic
{
    /// <param name="ascending">All values, of every repeat.</param>
    /// <param name="samples">Independent ones among them: with repeats fewer, and the ranks are stretched.</param>
    public static Interval Of(IReadOnlyList<double> ascending, int samples, double p, double confidence)
    {
        var (lower, upper) = Ranks(samples, p, confidence);
        var stretch = (double)ascending.Count / samples;
        return new(
            lower == 0 ? null : ascending[(int)Math.Floor((lower - 1) * stretch)],
            upper > samples ? null : ascending[Math.Min((int)Math.Ceiling(upper * stretch), ascending.Count) - 1]);
    }

    /// <summary>Ranks from 1; 0 and n + 1 mean unbounded.</summary>
    public static (int Lower, int Upper) Ranks(int n, double p, double confidence)
    {
        var tail = (1 - confidence) / 2;
        var lower = Last(n, r => Probability.BinomialAtMost(r - 1, n, p) <= tail);
        var upper = Last(n, s => Probability.BinomialAtLeast(s, n, p) > tail) + 1;
        return (lower, upper);
    }

    // The last of 0 … n at which a condition holds that holds at 0 and, once lost, stays lost.
    private static int Last(int n, Func<int, bool> holds)
    {
        var (low, high) = (0, n + 1);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(middle) ? (middle, high) : (low, middle);
        }

        return low;
    }
}
