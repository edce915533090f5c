namespace EvalHarness.Statistics;

/// <summary>Of two rates: Tango's score interval and test, at the effective n where samples are clustered.</summary>
internal sealed class RateDifference : IDifferenceMethod
{
    private readonly double width;
    private readonly double wins;
    private readonly double losses;
    private readonly double n;

    /// <param name="differences">Each is 0, −<paramref name="width"/> or <paramref name="width"/>.</param>
    public RateDifference(ClusteredValues differences, double width, double confidence)
    {
        this.width = width;
        var share = Independent(differences, confidence) / differences.N;
        (wins, losses, n) = (share * differences.Values.Count(d => d > 0), share * differences.Values.Count(d => d < 0), share * differences.N);
        Name = differences.IsClustered ? "tango-effective-n" : "tango";
        Difference = Tango.Of(wins, losses, n, confidence).Rescaled(0, width).Around(differences.Mean, confidence, Name, differences.N);
    }

    public string Name { get; }

    // Where hardly a cluster differs, how alike its samples are cannot be seen: then a cluster knows no more than one sample.
    private static double Independent(ClusteredValues differences, double confidence)
    {
        var effective = EffectiveSize.Of(differences, confidence);
        var differing = 0;
        foreach (var cluster in differences.Clusters)
            differing += Math.Abs(cluster.Residual + (cluster.Size * differences.Mean)) > 1e-9 ? 1 : 0;
        return differing < MeanEstimator.FewestClusters ? Math.Min(effective, differences.ClusterCount) : effective;
    }

    public string Test => $"{Name}-score";

    public Estimate Difference { get; }

    public double? P => Tango.P(wins, losses, n);

    public double? Above(double bound) => Probability.NormalAbove(Tango.Score(wins, losses, n, Math.Clamp(bound / width, -1, 1)));

    public double? Below(double bound) => Probability.NormalAbove(-Tango.Score(wins, losses, n, Math.Clamp(bound / width, -1, 1)));
}
