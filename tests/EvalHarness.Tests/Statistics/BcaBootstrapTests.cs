using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class BcaBootstrapTests
{
    [Test]
    public void Without_bias_and_skew_it_is_the_percentile_interval()
    {
        double[] replicates = [.. Enumerable.Range(-500, 1001).Select(i => i / 100.0)];

        var interval = BcaBootstrap.Of(0, replicates, [-1, 0, 1], 0.9);

        Assert.That(interval.Low, Is.EqualTo(-4.5).Within(1e-9));
        Assert.That(interval.High, Is.EqualTo(4.5).Within(1e-9));
    }

    [Test]
    public void Draws_on_one_side_alone_bound_nothing() => Assert.That(BcaBootstrap.Of(0, [1, 2, 3], [1, 2], 0.95), Is.EqualTo(Interval.Unbounded));

    [Test]
    public void Clusters_widen_it()
    {
        var random = new SeededRandom(1, "bca");
        int[] clusters = [.. Enumerable.Range(0, 200).Select(i => i / 10)];
        double[] effects = [.. Enumerable.Range(0, 20).Select(_ => random.NextDouble())];
        double[] values = [.. clusters.Select(c => effects[c] + (random.NextDouble() / 10))];
        var draws = new ClusterDraws(1);

        var (clustered, independent) = (BcaBootstrap.Of(new ClusteredValues(values, clusters), draws, 0.95), BcaBootstrap.Of(ClusteredValues.Independent(values), draws, 0.95));

        Assert.That(Width(clustered), Is.GreaterThan(2 * Width(independent)));
    }

    [Test]
    public void Rows_that_are_drawn_within_clusters_widen_it_further()
    {
        var random = new SeededRandom(1, "two-level");
        double[] values = [.. Enumerable.Range(0, 60).Select(_ => random.NextDouble())];
        ClusteredValues rows = new(values, Enumerable.Range(0, 60).Select(i => i / 3));

        double[] means = [.. TwoLevelBootstrap.Means(rows, 4000, new SeededRandom(1, "draws")).Order()];

        Assert.That(means.Average(), Is.EqualTo(rows.Mean).Within(0.01));
        Assert.That(Quantile.Of(means, 0.975) - Quantile.Of(means, 0.025), Is.GreaterThan(2 * 1.96 * rows.StandardError));
    }

    private static double Width(Interval interval) => interval.High!.Value - interval.Low!.Value;
}
