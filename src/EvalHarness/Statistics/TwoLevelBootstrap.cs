namespace EvalHarness.Statistics;

/// <summary>Draws of a mean in which both levels vary: clusters are drawn, then rows within each of them.</summary>
/// <remarks>It adds the rows' own noise to that of whole clusters, so its intervals are wider: for few rows in a cluster whose rows are themselves a draw. Source: Davison and Hinkley 1997, section 3.8.</remarks>
public static class TwoLevelBootstrap
{
    /// <returns><paramref name="count"/> means; the same for the same stream, whatever the order of rows.</returns>
    public static IReadOnlyList<double> Means(ClusteredValues values, int count, SeededRandom random)
    {
        var starts = Starts(values);
        var means = new double[count];
        for (var draw = 0; draw < count; draw++)
        {
            var (sum, size) = (0.0, 0);
            for (var c = 0; c < values.ClusterCount; c++)
            {
                var cluster = random.Next(values.ClusterCount);
                var rows = starts[cluster + 1] - starts[cluster];
                for (var i = 0; i < rows; i++)
                    sum += values.Values[starts[cluster] + random.Next(rows)];
                size += rows;
            }

            means[draw] = sum / size;
        }

        return means;
    }

    // Values lie by cluster: where each begins, and where the last one ends.
    private static int[] Starts(ClusteredValues values)
    {
        var starts = new int[values.ClusterCount + 1];
        for (var c = 0; c < values.ClusterCount; c++)
            starts[c + 1] = starts[c] + (int)values.Clusters[c].Size;
        return starts;
    }
}
