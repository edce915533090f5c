namespace EvalHarness.Statistics;

/// <summary>Of bounded scores with few clusters: the studentized bootstrap, at neither end narrower than the t interval.</summary>
/// <remarks>
/// Where most pairs are equal the draws see too little of what is rare, and alone the bootstrap misses its level: measured in docs/coverage.md.
/// It decides only what both allow, so p is the larger one of both and remains the inverse of the interval.
/// </remarks>
internal sealed class BootstrapDifference(ClusteredValues differences, ValueRange? range, double confidence, ClusterDraws draws) : IDifferenceMethod
{
    private readonly StudentizedBootstrap bootstrap = new(differences, draws);
    private readonly StudentDifference student = new(differences, range, confidence);

    public string Name => "bootstrap-t";

    public string Test => Name;

    public Estimate Difference
    {
        get
        {
            var (drawn, t) = (Bounds(), student.Difference);
            return new Interval(Wider(drawn.Low, t.Low, Math.Min), Wider(drawn.High, t.High, Math.Max)).Within(range?.OfDifference).Around(differences.Mean, confidence, Name, differences.N);
        }
    }

    public double? P => Larger(bootstrap.P(), student.P);

    public double? Above(double bound) => Larger(bootstrap.Above(bound), student.Above(bound));

    public double? Below(double bound) => Larger(bootstrap.Below(bound), student.Below(bound));

    // Whole draws, so that test and interval are inverses at every confidence; beyond what so many draws resolve nothing is bounded.
    private Interval Bounds()
    {
        var beyond = (int)(((draws.Count - 1) * (1 - confidence) / 2) + 1e-9);
        return beyond < 1 ? Interval.Unbounded : bootstrap.Of(1 - (2.0 * beyond / (draws.Count - 1)));
    }

    private static double? Wider(double? one, double? other, Func<double, double, double> of) => one is { } a && other is { } b ? of(a, b) : null;

    private static double? Larger(double? one, double? other) => one is { } a && other is { } b ? Math.Max(a, b) : null;
}
