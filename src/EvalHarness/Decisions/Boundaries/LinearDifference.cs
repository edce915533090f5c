using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Boundaries;

/// <summary>A difference that grows linearly with a parameter of the user's: <c>Constant + x · Slope</c>, both estimated on the same clusters.</summary>
/// <param name="Constant">At x = 0; better is positive.</param>
/// <param name="Clusters">Independent units; absent where nothing is estimated.</param>
public sealed record LinearDifference(double Constant, double Slope, double ConstantVariance, double SlopeVariance, double Covariance, int Clusters)
{
    private const double Confidence = 0.95;

    /// <summary>Where the sign of the difference is shown, and where it is not, between two values of the parameter.</summary>
    /// <remarks>At every x the t interval of the difference; solved for x as Fieller's theorem does (1954), so the region is exact and may be the whole range.</remarks>
    public IReadOnlyList<BoundaryRegion> Regions(double least, double most)
    {
        double[] ends = [least, .. Roots().Where(r => r > least && r < most).Order(), most];
        // Without error both roots are one.
        var regions = ends.Zip(ends.Skip(1)).Where(e => e.Second > e.First).Select(e => new BoundaryRegion(e.First, e.Second, SignAt((e.First + e.Second) / 2)));
        return [.. Merged(regions)];
    }

    /// <summary>Where the estimate is 0; absent when it never is.</summary>
    public double? Flip => Slope == 0 ? null : -Constant / Slope;

    /// <summary>Whether the interval of the slope excludes 0: where it does not, the flip may lie anywhere.</summary>
    public bool IsSlopeShown => Math.Abs(Slope) > Reach * Math.Sqrt(SlopeVariance);

    /// <summary>+1 or −1 where the interval at <paramref name="x"/> excludes 0; else 0.</summary>
    public int SignAt(double x)
    {
        var (value, reach) = (Constant + (x * Slope), Reach * Math.Sqrt(Math.Max(0, Variance(x))));
        return value > reach ? 1 : value < -reach ? -1 : 0;
    }

    private double Reach => Probability.StudentReach(Confidence, Math.Max(1, Clusters - 1));

    private double Variance(double x) => ConstantVariance + (2 * x * Covariance) + (x * x * SlopeVariance);

    // Of (a + b·x)² = t²·Var(x).
    private IEnumerable<double> Roots()
    {
        var t = Reach * Reach;
        var (square, half, constant) = ((Slope * Slope) - (t * SlopeVariance), (Constant * Slope) - (t * Covariance), (Constant * Constant) - (t * ConstantVariance));
        if (square == 0)
            return half == 0 ? [] : [-constant / (2 * half)];
        var inner = (half * half) - (square * constant);
        return inner < 0 ? [] : [(-half - Math.Sqrt(inner)) / square, (-half + Math.Sqrt(inner)) / square];
    }

    private static IEnumerable<BoundaryRegion> Merged(IEnumerable<BoundaryRegion> regions)
    {
        BoundaryRegion? last = null;
        foreach (var region in regions)
        {
            if (last is not null && last.Sign != region.Sign)
                yield return last;
            last = last is { } before && before.Sign == region.Sign ? before with { To = region.To } : region;
        }

        if (last is not null)
            yield return last;
    }
}
