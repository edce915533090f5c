namespace EvalHarness.Statistics;

/// <summary>Of bounded scores with few clusters: the studentized bootstrap.</summary>
internal sealed class BootstrapDifference(ClusteredValues differences, ValueRange? range, double confidence, ClusterDraws draws) : IDifferenceMethod
{
    private readonly StudentizedBootstrap bootstrap = new(differences, draws);

    public string Name => "bootstrap-t";

    public string Test => Name;

    public Estimate Difference => Bounds().Within(range?.OfDifference).Around(differences.Mean, confidence, Name, differences.N);

    // Whole draws, so that test and interval are inverses at every confidence; beyond what so many draws resolve nothing is bounded.
    private Interval Bounds()
    {
        var beyond = (int)(((ClusterDraws.Count - 1) * (1 - confidence) / 2) + 1e-9);
        return beyond < 1 ? Interval.Unbounded : bootstrap.Of(1 - (2.0 * beyond / (ClusterDraws.Count - 1)));
    }

    public double? P => bootstrap.P();

    public double? Above(double bound) => bootstrap.Above(bound);

    public double? Below(double bound) => bootstrap.Below(bound);
}
