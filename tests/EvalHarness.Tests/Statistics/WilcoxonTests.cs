using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class WilcoxonTests
{
    [Test]
    public void Three_positive_differences_have_one_chance_in_eight()
    {
        var test = Wilcoxon.Of([1, 2, 3])!;

        Assert.That((test.N, test.RankSum, test.Greater, test.Less, test.TwoSided), Is.EqualTo((3, 6.0, 1 / 8.0, 1.0, 1 / 4.0)));
    }

    // By hand: |d| = 1, 1, 2 have ranks 1.5, 1.5, 3; of the eight sums 0, 1.5, 1.5, 3, 3, 4.5, 4.5, 6 three are at least 4.5.
    [Test]
    public void Equal_sizes_share_their_rank_and_zeros_are_left_out()
    {
        var test = Wilcoxon.Of([1, -1, 2, 0])!;

        Assert.That((test.N, test.RankSum, test.Greater), Is.EqualTo((3, 4.5, 3 / 8.0)));
    }

    [Test]
    public void Zeros_alone_are_no_evidence() => Assert.That(Wilcoxon.Of([0, 0]), Is.Null);

    [Test]
    public void Beyond_the_exact_size_p_hardly_moves()
    {
        var random = new SeededRandom(1, "wilcoxon");
        double[] differences = [.. Enumerable.Range(0, 201).Select(_ => random.NextDouble() - 0.45)];

        var (exact, approximate) = (Wilcoxon.Of(differences[..200])!, Wilcoxon.Of(differences)!);

        Assert.That(approximate.TwoSided, Is.EqualTo(exact.TwoSided).Within(0.01));
    }

    [Test]
    public void Where_the_differences_lie_is_the_median_of_pair_means() => Assert.That(Wilcoxon.HodgesLehmann([1, 2, 6]), Is.EqualTo(2.75));
}
