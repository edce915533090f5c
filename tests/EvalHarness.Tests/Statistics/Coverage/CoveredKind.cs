using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics.Coverage;

/// <summary>One kind of values whose truth is known, and the estimator that the harness uses for it.</summary>
/// <param name="Values">What one row can be.</param>
/// <param name="Shares">How probable each is when a pipeline's mean is p.</param>
internal sealed record CoveredKind(string Name, double[] Values, Func<double, double[]> Shares, bool IsPaired)
{
    private const double Confidence = 0.95;

    // Of ten rows three are answered anew; the other side is then worse by ten points.
    private const double Anew = 0.3;
    private const double Worse = 0.1;

    private static readonly ValueRange Range = new(0, 1);
    private static readonly ClusterDraws Draws = new(1);
    private static readonly double[] Quarters = [0, 0.25, 0.5, 0.75, 1];
    private static readonly double[] Steps = [.. Enumerable.Range(-4, 9).Select(i => i / 4.0)];

    public static IReadOnlyList<CoveredKind> All { get; } =
    [
        new("rate", [0, 1], p => [1 - p, p], IsPaired: false),
        new("score", Quarters, Score, IsPaired: false),
        new("paired rate", [-1, 0, 1], p => Differences([1 - p, p], [1 - (p - Worse), p - Worse]), IsPaired: true),
        new("paired score", Steps, p => Differences(Score(p), Score(p - Worse)), IsPaired: true),
    ];

    /// <summary>What the bootstrap would make of paired scores if it were not held to the t interval.</summary>
    public static CoveredKind BootstrapAlone { get; } = All[^1] with { Name = "paired score, bootstrap alone", Other = rows => new StudentizedBootstrap(rows, Draws).Of(Confidence).Around(rows.Mean, Confidence, "bootstrap-t alone", rows.N) };

    /// <summary>Another estimator than the harness's.</summary>
    private Func<ClusteredValues, Estimate>? Other { get; init; }

    public double Truth(double p) => Shares(p).Zip(Values, (share, value) => share * value).Sum();

    /// <summary>Absent where the harness says that the clusters are too few.</summary>
    public Estimate? Estimate(ClusteredValues rows) =>
        Other is not null ? Other(rows) : IsPaired ? DifferenceEstimator.Of(rows, Range, Confidence, Draws)?.Difference : MeanEstimator.Of(rows, Range, Confidence, Draws);

    /// <summary>Of four claims so many are supported, each answer having a rate of its own: Beta(p, 1 − p), so that most answers are all right or all wrong.</summary>
    private static double[] Score(double p)
    {
        double Urn(int right) => Enumerable.Range(0, right).Aggregate(1.0, (chance, i) => chance * (p + i)) * Enumerable.Range(0, 4 - right).Aggregate(1.0, (chance, i) => chance * (1 - p + i));
        int[] ways = [1, 4, 6, 4, 1];
        return [.. ways.Select((w, right) => w * Urn(right) / 24)];
    }

    /// <summary>Of candidate − baseline, when most rows are answered alike.</summary>
    private static double[] Differences(double[] baseline, double[] candidate)
    {
        var shares = new double[(2 * baseline.Length) - 1];
        shares[baseline.Length - 1] = 1 - Anew;
        for (var b = 0; b < baseline.Length; b++)
            for (var c = 0; c < candidate.Length; c++)
                shares[c - b + baseline.Length - 1] += Anew * baseline[b] * candidate[c];
        return shares;
    }
}
