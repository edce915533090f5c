using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class PassAtKTests
{
    // 3 tries, 2 right: of the pairs {RR, RW, RW} all have a right one, one has two.
    [TestCase(3, 2, 2, 1, 1 / 3.0)]
    [TestCase(3, 2, 3, 1, 0)]
    [TestCase(3, 3, 3, 1, 1)]
    [TestCase(3, 0, 3, 0, 0)]
    [TestCase(5, 1, 1, 0.2, 0.2)]
    [TestCase(5, 2, 2, 0.7, 0.1)]
    [TestCase(1, 1, 1, 1, 1)]
    public void By_hand(int n, int c, int k, double once, double every)
    {
        Assert.That(PassAtK.Once(n, c, k), Is.EqualTo(once).Within(1e-12));
        Assert.That(PassAtK.EveryTime(n, c, k), Is.EqualTo(every).Within(1e-12));
    }

    [Test]
    public void Large_counts_do_not_overflow() => Assert.That(PassAtK.Once(100_000, 3, 50_000), Is.EqualTo(0.875).Within(1e-4));

    [TestCase(3, 4, 1)]
    [TestCase(3, -1, 1)]
    [TestCase(3, 1, 0)]
    [TestCase(3, 1, 4)]
    public void What_cannot_be_is_refused(int n, int c, int k) => Assert.That(() => PassAtK.Once(n, c, k), Throws.ArgumentException.With.Message.Contains($"{c} right of {n} tries, k = {k}"));
}
