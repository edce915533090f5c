using EvalHarness.Statistics;
using FsCheck;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace EvalHarness.Tests.Statistics;

public sealed class ProbabilityTests
{
    // Tables of t; the last two, (9.4902 · 10¹²)^(1/5) by the tail's leading term, are where the library's own inverse gives −800 or throws.
    [TestCase(0.95, 5, 2.570581836)]
    [TestCase(0.99, 10, 3.169272673)]
    [TestCase(0.95, 1e6, 1.959966)]
    [TestCase(0.9998, 1, 3183.098757)]
    [TestCase(1 - 2e-12, 5, 393.96)]
    public void The_reach_of_t_is_the_tables(double confidence, double df, double reach)
    {
        Assert.That(Probability.StudentReach(confidence, df), Is.EqualTo(reach).Within(1e-3).Percent);
    }

    [Test]
    public void A_small_normal_tail_does_not_underflow()
    {
        Assert.That(Probability.NormalTwoSided(-10), Is.EqualTo(1.523970604832e-23).Within(1e-6).Percent);
    }

    [Property]
    public bool Reach_and_tail_are_inverses(PositiveInt df, PositiveInt step)
    {
        var confidence = 1 - (1.0 / (1 + step.Get));

        return Math.Abs((2 * Probability.StudentTail(Probability.StudentReach(confidence, df.Get), df.Get)) - (1 - confidence)) < 1e-12;
    }

    [TestCase(3, 10, 0.5, 0.171875)]
    [TestCase(-1, 10, 0.5, 0)]
    [TestCase(10, 10, 0.5, 1)]
    public void A_binomial_tail_counts(int k, int n, double p, double expected)
    {
        Assert.That(Probability.BinomialAtMost(k, n, p), Is.EqualTo(expected).Within(1e-12));
        Assert.That(Probability.BinomialAtLeast(k + 1, n, p), Is.EqualTo(1 - expected).Within(1e-12));
    }
}
