namespace EvalHarness.Statistics;

/// <summary>Of two rates that a fallible judge reports: each corrected by the judge's error on that side, whose own uncertainty is carried.</summary>
/// <remarks>
/// θ = (said + specificity − 1) / J on each side, J = sensitivity + specificity − 1. The variance is that of the paired, clustered
/// differences said_A/J_A − said_B/J_B plus both sides' label parts (delta method). Source: Rogan and Gladen 1978; Lee et al. 2025, arXiv:2511.21140.
/// </remarks>
public sealed class CorrectedDifference : IDifferenceMethod
{
    private readonly double standardError;
    private readonly int clusters;

    /// <param name="samples">What the judge says of the candidate's and the baseline's answer, in [0, 1], with the cluster.</param>
    /// <param name="candidate">The judge on the candidate's answers; better than chance.</param>
    /// <param name="baseline">The judge on the baseline's answers; better than chance.</param>
    public CorrectedDifference(IReadOnlyList<(double Candidate, double Baseline, int Cluster)> samples, RoganGladen candidate, RoganGladen baseline, double confidence)
    {
        ClusteredValues scaled = new(samples.Select(s => (s.Candidate / candidate.Youden) - (s.Baseline / baseline.Youden)), samples.Select(s => s.Cluster));
        var (saidOfCandidate, saidOfBaseline) = (samples.Average(s => s.Candidate), samples.Average(s => s.Baseline));
        (RowVariance, LabelVariance) = (scaled.StandardError * scaled.StandardError, candidate.LabelVariance(saidOfCandidate) + baseline.LabelVariance(saidOfBaseline));
        (standardError, clusters) = (Math.Sqrt(RowVariance + LabelVariance), scaled.ClusterCount);

        var difference = candidate.Corrected(saidOfCandidate) - baseline.Corrected(saidOfBaseline);
        var reach = clusters < 2 ? 0 : Probability.StudentReach(confidence, clusters - 1) * standardError;
        var interval = standardError > 0 && clusters >= MeanEstimator.FewestClusters ? new Interval(difference - reach, difference + reach) : Interval.Unbounded;
        Difference = interval.Around(difference, confidence, Name, samples.Count);
    }

    /// <summary>What more rows would shrink.</summary>
    public double RowVariance { get; }

    /// <summary>What more labels would shrink.</summary>
    public double LabelVariance { get; }

    public string Name => "rogan-gladen-paired";

    public string Test => Name;

    public Estimate Difference { get; }

    public double? P => Above(0) is { } above && Below(0) is { } below ? Math.Min(1, 2 * Math.Min(above, below)) : null;

    public double? Above(double bound) => Tail(Difference.Value - bound);

    public double? Below(double bound) => Tail(bound - Difference.Value);

    private double? Tail(double distance) => standardError > 0 && clusters >= MeanEstimator.FewestClusters ? Probability.StudentAbove(distance / standardError, clusters - 1) : null;
}
