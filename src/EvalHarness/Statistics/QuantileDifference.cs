namespace EvalHarness.Statistics;

/// <summary>Of two quantiles on the same samples: the percentile bootstrap of the difference of Harrell–Davis estimates; whole clusters are drawn.</summary>
/// <remarks>Without ends and tests when fewer than 15 samples are expected beyond the quantile. Source: Wilcox 2022, Introduction to Robust Estimation, section 4.</remarks>
public sealed class QuantileDifference : IDifferenceMethod
{
    private const double FewestBeyond = 15;

    private readonly double[] ascending = [];

    /// <param name="samples">Candidate's and baseline's value with the cluster, one each per sample, in any order.</param>
    /// <param name="share">Which quantile, in (0, 1).</param>
    public QuantileDifference(IReadOnlyList<(double Candidate, double Baseline, int Cluster)> samples, double share, double confidence, ClusterDraws draws)
    {
        (double Candidate, double Baseline)[][] clusters = [.. samples.OrderBy(s => s.Cluster).GroupBy(s => s.Cluster).Select(g => g.Select(s => (s.Candidate, s.Baseline)).ToArray())];
        HarrellDavisWeights weights = new(share);
        var seen = Of([.. clusters.SelectMany(c => c)], weights);
        if (samples.Count * Math.Min(share, 1 - share) >= FewestBeyond && clusters.Length >= MeanEstimator.FewestClusters)
            ascending = Replicates(clusters, weights, draws.Of(clusters.Length).ToArray(), draws.Count);
        var beyond = (int)(((ascending.Length - 1) * (1 - confidence) / 2) + 1e-9);
        var interval = beyond < 1 ? Interval.Unbounded : new Interval(ascending[beyond], ascending[^(beyond + 1)]);
        Difference = interval.Around(seen, confidence, Name, samples.Count);
    }

    public string Name => "harrell-davis-bootstrap";

    public string Test => Name;

    public Estimate Difference { get; }

    public double? P => Above(0) is { } above && Below(0) is { } below ? Math.Min(1, 2 * Math.Min(above, below)) : null;

    public double? Above(double bound) => Share(ascending.Count(d => d <= bound));

    public double? Below(double bound) => Share(ascending.Count(d => d >= bound));

    private double? Share(int draws) => ascending.Length == 0 ? null : Math.Max(1.0, draws) / (ascending.Length - 1);

    private static double[] Replicates((double Candidate, double Baseline)[][] clusters, HarrellDavisWeights weights, int[] draws, int count)
    {
        var replicates = new double[count];
        Parallel.For(0, replicates.Length, i => replicates[i] = Of([.. Enumerable.Range(i * clusters.Length, clusters.Length).SelectMany(d => clusters[draws[d]])], weights));
        Array.Sort(replicates);
        return replicates;
    }

    private static double Of((double Candidate, double Baseline)[] samples, HarrellDavisWeights weights)
    {
        double[] candidate = [.. samples.Select(s => s.Candidate)];
        double[] baseline = [.. samples.Select(s => s.Baseline)];
        Array.Sort(candidate);
        Array.Sort(baseline);
        return weights.Quantile(candidate) - weights.Quantile(baseline);
    }
}
