using System.Collections.Concurrent;

namespace EvalHarness.Statistics;

/// <summary>Which clusters the bootstrap draws: made once per number of clusters, so that metrics and slices of one size are resampled alike and cheaply.</summary>
/// <param name="count">Of draws.</param>
public sealed class ClusterDraws(int seed, int count = ClusterDraws.Usual)
{
    /// <summary>(Draws − 1) · 0.025 is a whole number: a quantile is one draw, so test and interval are exact inverses.</summary>
    public const int Usual = 2001;

    private readonly ConcurrentDictionary<int, int[]> byClusters = new();

    public int Count => count;

    /// <returns><see cref="Count"/> draws of <paramref name="clusters"/> places each, one after the other.</returns>
    public ReadOnlySpan<int> Of(int clusters) => byClusters.GetOrAdd(clusters, Draw);

    private int[] Draw(int clusters)
    {
        var random = new SeededRandom(seed, $"bootstrap/{clusters}");
        var draws = new int[Count * clusters];
        for (var i = 0; i < draws.Length; i++)
            draws[i] = random.Next(clusters);
        return draws;
    }
}
