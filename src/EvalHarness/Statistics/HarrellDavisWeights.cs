using System.Collections.Concurrent;

namespace EvalHarness.Statistics;

/// <summary>The weights of <see cref="HarrellDavis"/>, made once for each number of values: a bootstrap asks for the same ones thousands of times.</summary>
internal sealed class HarrellDavisWeights(double share)
{
    private readonly ConcurrentDictionary<int, double[]> byCount = new();

    /// <param name="ascending">At least one value.</param>
    public double Quantile(double[] ascending)
    {
        var weights = byCount.GetOrAdd(ascending.Length, n => HarrellDavis.Weights(n, share));
        double quantile = 0;
        for (var i = 0; i < ascending.Length; i++)
            quantile += weights[i] * ascending[i];
        return quantile;
    }
}
