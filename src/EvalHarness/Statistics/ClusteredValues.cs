namespace EvalHarness.Statistics;

/// <summary>One value per sample, and the cluster that each sample belongs to. Samples of unlike clusters are independent, of one cluster they are not.</summary>
public sealed class ClusteredValues
{
    private readonly double[] values;
    private readonly ClusterTotal[] totals;

    /// <param name="clusters">The cluster of each value. The order of values does not matter.</param>
    public ClusteredValues(IEnumerable<double> values, IEnumerable<int> clusters)
    {
        this.values = [.. values];
        int[] keys = [.. clusters];
        if (keys.Length != this.values.Length)
            throw new ArgumentException($"{this.values.Length} values have {keys.Length} clusters: one each is needed.", nameof(clusters));
        Arrange(keys, this.values);
        Mean = this.values.Length == 0 ? 0 : this.values.Sum() / this.values.Length;
        totals = Totals(keys, this.values, Mean);
        StandardError = ClusterCount < 2 ? 0 : Math.Sqrt(totals.Sum(t => t.Residual * t.Residual) * ClusterCount / (ClusterCount - 1)) / N;
    }

    public IReadOnlyList<double> Values => values;

    /// <summary>By cluster.</summary>
    public ReadOnlySpan<ClusterTotal> Clusters => totals;

    public int N => values.Length;

    public int ClusterCount => totals.Length;

    public bool IsClustered => ClusterCount < N;

    public double Mean { get; }

    /// <summary>Of the mean, with clusters as the independent units; 0 with fewer than two.</summary>
    /// <remarks>SE² = (1/n²) Σ_c (Σ_{i∈c}(s_i − s̄))² · C/(C−1). Source: Miller 2024, arXiv:2411.00640, with the small-sample factor of Liang and Zeger.</remarks>
    public double StandardError { get; }

    /// <summary>Of the mean, as if every sample were independent; 0 with fewer than two.</summary>
    public double NaiveStandardError => N < 2 ? 0 : Math.Sqrt(values.Sum(v => (v - Mean) * (v - Mean)) / (N - 1.0) / N);

    public static ClusteredValues Independent(IEnumerable<double> values)
    {
        double[] all = [.. values];
        return new(all, Enumerable.Range(0, all.Length));
    }

    // One order for all orders of the same rows: sums and draws must not depend on it.
    private static void Arrange(int[] keys, double[] values)
    {
        Array.Sort(keys, values);
        for (var start = 0; start < keys.Length;)
        {
            var end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
                end++;
            Array.Sort(values, start, end - start);
            start = end;
        }
    }

    private static ClusterTotal[] Totals(int[] keys, double[] values, double mean)
    {
        List<ClusterTotal> totals = [];
        for (var i = 0; i < keys.Length; i++)
        {
            if (i == 0 || keys[i] != keys[i - 1])
                totals.Add(default);
            totals[^1] = new(totals[^1].Residual + values[i] - mean, totals[^1].Size + 1);
        }

        return [.. totals];
    }
}
