namespace EvalHarness.Statistics;

/// <summary>Of two means: the paired t, by cluster where samples are clustered.</summary>
internal sealed class StudentDifference(ClusteredValues differences, ValueRange? range, double confidence) : IDifferenceMethod
{
    public string Name => differences.IsClustered ? "clustered-t" : "paired-t";

    public string Test => Name;

    public Estimate Difference
    {
        get
        {
            var interval = differences.StandardError > 0 ? ClusteredT.Of(differences, confidence) : Interval.Unbounded;
            return interval.Within(range?.OfDifference).Around(differences.Mean, confidence, Name, differences.N);
        }
    }

    public double? P => ClusteredT.P(differences);

    public double? Above(double bound) => Tail(differences.Mean - bound);

    public double? Below(double bound) => Tail(bound - differences.Mean);

    private double? Tail(double distance) =>
        differences.StandardError > 0 ? Probability.StudentAbove(distance / differences.StandardError, differences.ClusterCount - 1) : null;
}
