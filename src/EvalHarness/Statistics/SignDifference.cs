namespace EvalHarness.Statistics;

/// <summary>Where every sample differs by the same amount there is no spread to measure in: the sign test, whose interval for the median is that amount.</summary>
/// <remarks>A prompt that is longer by as many tokens each time. Source: Conover 1999, Practical Nonparametric Statistics, section 3.4; whole clusters are the independent units.</remarks>
internal sealed class SignDifference : IDifferenceMethod
{
    private readonly double chance;

    private SignDifference(ClusteredValues differences, double confidence)
    {
        chance = Math.Pow(2, -differences.ClusterCount);
        var each = differences.Values[0];
        Difference = new Interval(each, each).Around(each, confidence, Name, differences.N);
    }

    public string Name => "sign";

    public string Test => "sign-test";

    public Estimate Difference { get; }

    public double? P => 2 * chance;

    public double? Above(double bound) => Difference.Value > bound ? chance : 1;

    public double? Below(double bound) => Difference.Value < bound ? chance : 1;

    /// <returns>Absent unless all samples differ alike, and not by nothing, and there are enough clusters for this confidence. Rates have a better test.</returns>
    public static SignDifference? Of(ClusteredValues differences, ValueRange? range, double confidence) =>
        range is null && differences.Values[0] != 0 && differences.Values.All(d => d == differences.Values[0]) && Math.Pow(2, -differences.ClusterCount) <= (1 - confidence) / 2
            ? new SignDifference(differences, confidence)
            : null;
}
