using EvalHarness.Statistics;

namespace EvalHarness.Comparisons;

/// <summary>The sample means of a slice, with their clusters, as statistics take them.</summary>
internal static class SliceValues
{
    public static ClusteredValues Means(ScoreTable table, ScoreColumn column, Slice slice) =>
        Of(slice, table, sample => column.MeanOf(sample));

    /// <param name="valueOf">Of a sample; absent ones are left out.</param>
    public static ClusteredValues Of(Slice slice, ScoreTable table, Func<int, double?> valueOf)
    {
        List<double> values = new(slice.Samples.Count);
        List<int> clusters = new(slice.Samples.Count);
        foreach (var sample in slice.Samples)
            if (valueOf(sample) is { } value)
            {
                values.Add(value);
                clusters.Add(table.Samples[sample].ClusterIndex);
            }

        return new(values, clusters);
    }
}
