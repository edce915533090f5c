using EvalHarness.Statistics;
using FsCheck;
using Interval = EvalHarness.Statistics.Interval;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace EvalHarness.Tests.Statistics;

public sealed class OrderStatisticTests
{
    // The median's ranks are in every table of the sign test: n = 10 gives the second and the ninth.
    [TestCase(10, 0.5, 2, 9)]
    [TestCase(71, 0.95, 63, 72)]
    [TestCase(72, 0.95, 64, 72)]
    [TestCase(367, 0.99, 359, 368)]
    [TestCase(368, 0.99, 360, 368)]
    public void Ranks_are_those_of_the_binomial(int n, double p, int lower, int upper)
    {
        Assert.That(OrderStatistic.Ranks(n, p, 0.95), Is.EqualTo((lower, upper)));
    }

    [Test]
    public void Ranks_that_are_stretched_stay_within_the_values()
    {
        for (var samples = 60; samples <= 120; samples++)
            for (var values = samples; values <= 2 * samples; values++)
                Assert.That(() => OrderStatistic.Of([.. Enumerable.Range(0, values).Select(v => (double)v)], samples, 0.95, 0.95), Throws.Nothing, $"{samples} samples, {values} values");
    }

    [Test]
    public void An_end_that_the_data_cannot_support_is_unbounded()
    {
        double[] values = [.. Enumerable.Range(1, 71).Select(i => (double)i)];

        Assert.That(OrderStatistic.Of(values, 71, 0.95, 0.95), Is.EqualTo(new Interval(63, null)));
        Assert.That(OrderStatistic.Of(values, 71, 0.05, 0.95).Low, Is.Null);
    }

    [Test]
    public void Repeats_stretch_the_ranks_and_do_not_narrow_the_interval()
    {
        double[] once = [.. Enumerable.Range(1, 10).Select(i => (double)i)];
        double[] thrice = [.. once.SelectMany(v => new[] { v, v, v })];

        Assert.That(OrderStatistic.Of(thrice, 10, 0.5, 0.95), Is.EqualTo(OrderStatistic.Of(once, 10, 0.5, 0.95)));
    }

    [Property]
    public bool A_higher_confidence_gives_wider_ranks(PositiveInt n, byte share)
    {
        var p = (share + 1) / 257.0;
        var (narrow, wide) = (OrderStatistic.Ranks(n.Get, p, 0.9), OrderStatistic.Ranks(n.Get, p, 0.99));

        return wide.Lower <= narrow.Lower && narrow.Upper <= wide.Upper;
    }
}
