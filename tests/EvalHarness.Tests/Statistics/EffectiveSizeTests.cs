using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class EffectiveSizeTests
{
    [Test]
    public void Without_clusters_every_sample_counts()
    {
        Assert.That(EffectiveSize.Of(ClusteredValues.Independent([1, 0, 1, 1]), 0.95), Is.EqualTo(4));
    }

    [Test]
    public void Whole_clusters_that_agree_count_about_once()
    {
        var values = new ClusteredValues(Enumerable.Range(0, 400).Select(i => i / 4 % 2 * 1.0), Enumerable.Range(0, 400).Select(i => i / 4));

        Assert.That(EffectiveSize.Of(values, 0.95), Is.EqualTo(100).Within(3));
    }

    [Test]
    public void Clusters_never_add_samples()
    {
        // Each cluster holds one of each: less variance between clusters than chance gives.
        var values = new ClusteredValues(Enumerable.Range(0, 40).Select(i => i % 2 * 1.0), Enumerable.Range(0, 40).Select(i => i / 2));

        Assert.That(EffectiveSize.Of(values, 0.95), Is.LessThanOrEqualTo(40));
    }

    [TestCase(8, 2)]
    [TestCase(10, 5)]
    [TestCase(25, 8)]
    public void Wilson_at_the_effective_size_covers_a_clustered_rate_near_1(int clusters, int size)
    {
        var random = new SeededRandom(1, "coverage");

        var covered = Enumerable.Range(0, 2_000).Count(_ => Covers(ClusteredDraw.Of(random, clusters, size, 0.2, [1, 0], [0.95, 0.05])));

        Assert.That(covered / 2_000.0, Is.GreaterThan(0.93));
    }

    private static bool Covers(ClusteredValues values) => Wilson.Of(values.Mean, EffectiveSize.Of(values, 0.95), 0.95).Contains(0.95);
}
