namespace EvalHarness.Statistics;

/// <summary>An interval of a mean in [0, 1] that holds at every n at once, so that it may be looked at after each value: the empirical Bernstein confidence sequence.</summary>
/// <remarks>For independent values in the order that they came; wide, because it promises more. Source: Waudby-Smith and Ramdas 2023, JRSS B 86, theorem 2 with its predictable plug-in.</remarks>
public static class EmpiricalBernstein
{
    private const double LargestStake = 0.5;

    /// <returns>After the last value, within [0, 1]; all of it when there is none.</returns>
    public static Interval Of(IReadOnlyList<double> values, double alpha)
    {
        var evidence = Math.Log(2 / alpha);
        // One value of ½ with variance ¼ stands before the first.
        var (sum, squares, mean, variance) = (0.5, 0.25, 0.5, 0.25);
        var (stakes, weighted, penalty) = (0.0, 0.0, evidence);
        for (var t = 1; t <= values.Count; t++)
        {
            var value = values[t - 1];
            var stake = Math.Min(Math.Sqrt(2 * evidence / (variance * t * Math.Log(1 + t))), LargestStake);
            (stakes, weighted) = (stakes + stake, weighted + (stake * value));
            penalty += (value - mean) * (value - mean) * (-Math.Log(1 - stake) - stake);
            sum += value;
            mean = sum / (t + 1);
            squares += (value - mean) * (value - mean);
            variance = squares / (t + 1);
        }

        return stakes > 0 ? new Interval((weighted - penalty) / stakes, (weighted + penalty) / stakes).Within(new ValueRange(0, 1)) : new Interval(0, 1);
    }
}
