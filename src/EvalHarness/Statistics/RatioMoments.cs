namespace EvalHarness.Statistics;

/// <summary>Two means of the same clusters and how they vary together: what an interval of their ratio needs.</summary>
/// <param name="Clusters">Independent units.</param>
public sealed record RatioMoments(double Numerator, double Denominator, double NumeratorVariance, double DenominatorVariance, double Covariance, int Clusters, int N)
{
    /// <param name="samples">Either value may be absent: each mean is over the samples that have it. Absent as a whole when one mean has no sample.</param>
    public static RatioMoments? Of(IReadOnlyList<(double? Numerator, double? Denominator, int Cluster)> samples)
    {
        var (above, below) = (samples.Count(s => s.Numerator is not null), samples.Count(s => s.Denominator is not null));
        if (above == 0 || below == 0)
            return null;

        var (x, y) = (samples.Sum(s => s.Numerator ?? 0) / above, samples.Sum(s => s.Denominator ?? 0) / below);
        var residuals = samples.GroupBy(s => s.Cluster)
            .Select(c => (X: c.Sum(s => s.Numerator - x ?? 0) / above, Y: c.Sum(s => s.Denominator - y ?? 0) / below))
            .ToList();
        var factor = residuals.Count > 1 ? residuals.Count / (residuals.Count - 1.0) : 0;
        return new(
            x,
            y,
            factor * residuals.Sum(r => r.X * r.X),
            factor * residuals.Sum(r => r.Y * r.Y),
            factor * residuals.Sum(r => r.X * r.Y),
            residuals.Count,
            samples.Count);
    }
}
