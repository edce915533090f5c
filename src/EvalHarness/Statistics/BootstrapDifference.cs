namespace EvalHarness.Statistics;

/// <summary>Of bounded scores with few clusters: the studentized bootstrap.</summary>
internal sealed class BootstrapDifference(ClusteredValues differences, ValueRange? range, double confidence, ClusterDraws draws) : IDifferenceMethod
{
    private readonly StudentizedBootstrap bootstrap = new(differences, draws);

    public string Name => "bootstrap-t";

    public string Test => Name;

    public Estimate Difference => bootstrap.Of(confidence).Within(range?.OfDifference).Around(differences.Mean, confidence, Name, differences.N);

    public double? P => bootstrap.P();

    public double? Above(double bound) => bootstrap.Above(bound);

    public double? Below(double bound) => bootstrap.Below(bound);
}
