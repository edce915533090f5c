using EvalHarness.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace EvalHarness.Tests.Statistics.Properties;

/// <summary>Paired differences of any kind, with their clusters, for properties that hold whatever the method.</summary>
/// <param name="Range">Of the values themselves; absent for times.</param>
internal sealed record PairedRows(double[] Values, int[] Clusters, ValueRange? Range)
{
    private static readonly ValueRange Share = new(0, 1);

    public ClusteredValues Differences => new(Values, Clusters);

    public IDifferenceMethod? Method(double confidence = 0.95) => DifferenceEstimator.Of(Differences, Range, confidence, new ClusterDraws(1));

    public Estimate Difference(double confidence = 0.95) => Method(confidence)!.Difference;

    /// <summary>The same rows with the sides swapped.</summary>
    public PairedRows Swapped() => this with { Values = [.. Values.Select(v => -v)] };

    /// <summary>The same rows in another order.</summary>
    public PairedRows Shuffled(int seed)
    {
        SeededRandom random = new(seed, "shuffle");
        int[] order = [.. Enumerable.Range(0, Values.Length).OrderBy(_ => random.NextBits())];
        return this with { Values = [.. order.Select(i => Values[i])], Clusters = [.. order.Select(i => Clusters[i])] };
    }

    /// <summary>One row for the better: a loss becomes a tie, a tie a win; a score or time gains a quarter.</summary>
    public PairedRows Improved(int row)
    {
        var values = Values.ToArray();
        var step = IsRate ? 1 : 0.25;
        values[row] = Range is null ? values[row] + step : Math.Min(1, values[row] + step);
        return this with { Values = values };
    }

    /// <summary>At least 6 clusters: with fewer there is no method.</summary>
    public static Arbitrary<PairedRows> Any() => Gen.OneOf(Rates(1, 3), Rates(2, 5), Scores(1, 3), Scores(2, 5), Times(1, 3), Times(2, 5)).ToArbitrary();

    /// <summary>Wins, losses and ties without clusters.</summary>
    public static Arbitrary<PairedRows> AnyRates() => Rates(1, 1).ToArbitrary();

    private bool IsRate => Range is not null && Array.TrueForAll(Values, v => v is -1 or 0 or 1);

    private static Gen<PairedRows> Rates(int least, int most) => Rows(Gen.Frequency((6, Gen.Constant(0.0)), (2, Gen.Constant(1.0)), (2, Gen.Constant(-1.0))), Share, least, most);

    private static Gen<PairedRows> Scores(int least, int most) => Rows(Gen.Choose(-4, 4).Select(i => i / 4.0), Share, least, most);

    private static Gen<PairedRows> Times(int least, int most) => Rows(Gen.Choose(-900, 900).Select(i => (double)i), null, least, most);

    private static Gen<PairedRows> Rows(Gen<double> value, ValueRange? range, int least, int most) =>
        from clusters in Gen.Choose(6, 40)
        from size in Gen.Choose(least, most)
        from values in Gen.ArrayOf(value, clusters * size)
        select new PairedRows(values, [.. Enumerable.Range(0, clusters * size).Select(i => i / size)], range);
}
