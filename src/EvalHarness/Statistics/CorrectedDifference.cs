namespace EvalHarness.Statistics;

/// <summary>Of two rates that a fallible judge reports: each row corrected by the judge's error on its side, whose own uncertainty is carried.</summary>
/// <remarks>
/// A judged row counts (said + specificity − 1) / J, J = sensitivity + specificity − 1. The variance is that of the paired, clustered
/// differences plus both sides' label parts (delta method). Source: Rogan and Gladen 1978; Lee et al. 2025, arXiv:2511.21140.
/// </remarks>
public sealed class CorrectedDifference : IDifferenceMethod
{
    private readonly double standardError;
    private readonly int clusters;

    /// <param name="samples">Candidate's and baseline's corrected value with the cluster.</param>
    /// <param name="labelVariance">Of both sides' corrected rates together: what the labels are to blame for.</param>
    public CorrectedDifference(IReadOnlyList<(double Candidate, double Baseline, int Cluster)> samples, double labelVariance, double confidence)
    {
        ClusteredValues differences = new(samples.Select(s => s.Candidate - s.Baseline), samples.Select(s => s.Cluster));
        (RowVariance, LabelVariance) = (differences.StandardError * differences.StandardError, labelVariance);
        (standardError, clusters) = (Math.Sqrt(RowVariance + LabelVariance), differences.ClusterCount);
        var reach = clusters < 2 ? 0 : Probability.StudentReach(confidence, clusters - 1) * standardError;
        var interval = IsBounded ? new Interval(differences.Mean - reach, differences.Mean + reach) : Interval.Unbounded;
        Difference = interval.Around(differences.Mean, confidence, Name, samples.Count);
    }

    /// <summary>What more rows would shrink.</summary>
    public double RowVariance { get; }

    /// <summary>What more labels would shrink.</summary>
    public double LabelVariance { get; }

    public string Name => "rogan-gladen-paired";

    public string Test => Name;

    public Estimate Difference { get; }

    public double? P => Above(0) is { } above && Below(0) is { } below ? Math.Min(1, 2 * Math.Min(above, below)) : null;

    private bool IsBounded => standardError > 0 && clusters >= MeanEstimator.FewestClusters;

    public double? Above(double bound) => Tail(Difference.Value - bound);

    public double? Below(double bound) => Tail(bound - Difference.Value);

    private double? Tail(double distance) => IsBounded ? Probability.StudentAbove(distance / standardError, clusters - 1) : null;
}
