using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class SignFlipTests
{
    [Test]
    public void Darwin_s_maize_gives_the_published_p()
    {
        // Fisher 1935, The Design of Experiments, section 21: 863 of 2¹⁵ swaps reach the sum of 314 one-sided, and 1726 two-sided.
        double[] inches = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];

        var test = SignFlip.Of(ClusteredValues.Independent(inches), new SeededRandom(1, "swaps"));

        Assert.That(test.Greater, Is.EqualTo(863.0 / 32768).Within(1e-12));
        Assert.That(test.TwoSided, Is.EqualTo(1726.0 / 32768).Within(1e-12));
    }

    [Test]
    public void A_cluster_is_swapped_as_a_whole()
    {
        var clustered = new ClusteredValues([1, 1, 2, 2, 3, 3], [1, 1, 2, 2, 3, 3]);

        Assert.That(SignFlip.Of(clustered, new SeededRandom(1, "swaps")).TwoSided, Is.EqualTo(2.0 / 8));
    }

    [Test]
    public void Beyond_20_clusters_seeded_swaps_come_near_the_exact_p()
    {
        double[] twenty = [.. Enumerable.Range(0, 20).Select(i => (i % 7) - 2.0)];

        var exact = SignFlip.Of(ClusteredValues.Independent(twenty), new SeededRandom(1, "swaps"));
        var drawn = SignFlip.Of(ClusteredValues.Independent([.. twenty, 0]), new SeededRandom(1, "swaps"));

        Assert.That(drawn.TwoSided, Is.EqualTo(exact.TwoSided).Within(0.01));
        Assert.That(SignFlip.Of(ClusteredValues.Independent([.. twenty, 0]), new SeededRandom(1, "swaps")), Is.EqualTo(drawn));
    }

    [Test]
    public void More_than_64_clusters_are_swapped_one_by_one()
    {
        double[] many = [.. Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? 1.0 : -1.0)];

        Assert.That(SignFlip.Of(ClusteredValues.Independent(many), new SeededRandom(1, "swaps")).Greater, Is.EqualTo(0.528).Within(0.02));
    }
}
