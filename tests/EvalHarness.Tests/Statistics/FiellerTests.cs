using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class FiellerTests
{
    [Test]
    public void A_constant_denominator_leaves_the_t_interval_of_the_numerator()
    {
        double[] cost = [1, 2, 3, 4, 5, 6, 7];
        var moments = RatioMoments.Of([.. cost.Select((c, i) => ((double?)c, (double?)2.0, i))])!;

        var t = ClusteredT.Of(ClusteredValues.Independent(cost), 0.95);

        Assert.That(Fieller.Of(moments, 0.95).Low, Is.EqualTo(t.Low / 2).Within(1e-9));
        Assert.That(Fieller.Of(moments, 0.95).High, Is.EqualTo(t.High / 2).Within(1e-9));
    }

    [Test]
    public void A_denominator_that_may_be_0_leaves_the_ratio_without_upper_bound()
    {
        var moments = RatioMoments.Of([.. Enumerable.Range(0, 20).Select(i => ((double?)(1 + (i % 3 / 10.0)), (double?)(i == 0 ? 1.0 : 0.0), i))])!;

        var interval = Fieller.Of(moments, 0.95);

        Assert.That(interval.High, Is.Null);
        Assert.That(interval.Low, Is.Positive.And.LessThan(moments.Numerator / moments.Denominator));
    }

    [Test]
    public void An_absent_value_is_left_out_of_its_own_mean_alone()
    {
        var moments = RatioMoments.Of([(3, 1, 0), (null, 0, 1), (5, 1, 2), (4, 0, 3)])!;

        Assert.That(moments.Numerator, Is.EqualTo(4));
        Assert.That(moments.Denominator, Is.EqualTo(0.5));
    }

    [Test]
    public void A_mean_of_nothing_gives_no_ratio()
    {
        Assert.That(RatioMoments.Of([(null, 1, 0), (null, 0, 1)]), Is.Null);
    }
}
