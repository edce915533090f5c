using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

/// <summary>Draws clustered yes/no data whose truth is known, for coverage.</summary>
internal static class ClusteredDraw
{
    /// <summary>Counts of each kind in a cluster of <paramref name="size"/> (Pólya's urn), so that samples of a cluster correlate by <paramref name="icc"/>.</summary>
    public static int[] Cluster(SeededRandom random, int size, double icc, params double[] shares)
    {
        var weight = (1 / icc) - 1;
        var counts = new int[shares.Length];
        for (var i = 0; i < size; i++)
        {
            var left = random.NextDouble() * (weight + i);
            var kind = 0;
            while (kind < shares.Length - 1 && (left -= (weight * shares[kind]) + counts[kind]) > 0)
                kind++;
            counts[kind]++;
        }

        return counts;
    }

    /// <summary>Values of whole clusters, of which <paramref name="shares"/> give the probabilities.</summary>
    public static ClusteredValues Of(SeededRandom random, int clusters, int size, double icc, double[] values, double[] shares)
    {
        var rows = Enumerable.Range(0, clusters)
            .SelectMany(c => Cluster(random, size, icc, shares).SelectMany((count, kind) => Enumerable.Repeat((Value: values[kind], Cluster: c), count)))
            .ToList();
        return new(rows.Select(r => r.Value), rows.Select(r => r.Cluster));
    }
}
