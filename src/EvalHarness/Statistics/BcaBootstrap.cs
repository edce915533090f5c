namespace EvalHarness.Statistics;

/// <summary>The bias-corrected and accelerated bootstrap interval: percentiles of the draws, moved for bias and skew.</summary>
/// <remarks>For statistics without a standard error of their own; for means the studentized bootstrap holds its level better. Source: Efron 1987, JASA 82.</remarks>
public static class BcaBootstrap
{
    /// <param name="jackknife">The statistic with one independent unit left out, for each unit.</param>
    public static Interval Of(double value, IEnumerable<double> replicates, IReadOnlyList<double> jackknife, double confidence)
    {
        double[] ascending = [.. replicates.Order()];
        var below = (ascending.Count(r => r < value) + (0.5 * ascending.Count(r => r == value))) / ascending.Length;
        if (below is 0 or 1)
            return Interval.Unbounded;
        var (bias, skew) = (Probability.NormalQuantile(below), Acceleration(jackknife));
        double End(double tail)
        {
            var reach = bias + Probability.NormalQuantile(tail);
            return Quantile.Of(ascending, Probability.NormalAbove(-(bias + (reach / (1 - (skew * reach))))));
        }

        return new(End((1 - confidence) / 2), End((1 + confidence) / 2));
    }

    /// <summary>Of a mean, whole clusters drawn and left out.</summary>
    public static Interval Of(ClusteredValues values, ClusterDraws draws, double confidence)
    {
        if (values.ClusterCount < 2)
            return Interval.Unbounded;
        double[] jackknife = [.. Enumerable.Range(0, values.ClusterCount).Select(c => values.Mean - (values.Clusters[c].Residual / (values.N - values.Clusters[c].Size)))];
        return Of(values.Mean, Means(values, draws.Of(values.ClusterCount).ToArray()), jackknife, confidence);
    }

    private static IEnumerable<double> Means(ClusteredValues values, int[] draws)
    {
        for (var start = 0; start < draws.Length; start += values.ClusterCount)
        {
            double sum = 0, size = 0;
            for (var i = start; i < start + values.ClusterCount; i++)
                (sum, size) = (sum + values.Clusters[draws[i]].Residual, size + values.Clusters[draws[i]].Size);
            yield return values.Mean + (sum / size);
        }
    }

    private static double Acceleration(IReadOnlyList<double> jackknife)
    {
        var mean = jackknife.Average();
        var (squares, cubes) = (jackknife.Sum(j => (mean - j) * (mean - j)), jackknife.Sum(j => Math.Pow(mean - j, 3)));
        return squares > 0 ? cubes / (6 * Math.Pow(squares, 1.5)) : 0;
    }
}
