using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class BreakEvenTests
{
    // By hand: 100 / 0.02, 100 / 0.025, 100 / 0.0125.
    [Test]
    public void A_saving_pays_back_after_the_upfront_cost_divided_by_it()
    {
        var breakEven = BreakEven.Of(100, Saving(0.02, 0.0125, 0.025));

        Assert.That(breakEven.Status, Is.EqualTo(BreakEvenStatus.Value));
        Assert.That(breakEven.Queries, Is.EqualTo(5_000).Within(1e-9));
        Assert.That((breakEven.Low, breakEven.High), Is.EqualTo((4_000.0, 8_000.0)));
        Assert.That(breakEven.DailyVolume(refreshDays: 25), Is.EqualTo(200).Within(1e-9));
    }

    [TestCase(-0.01)]
    [TestCase(0)]
    [TestCase(null)]
    public void A_saving_that_may_be_none_has_a_least_number_of_queries_and_no_other(double? low)
    {
        Assert.That(BreakEven.Of(100, Saving(0.01, low, 0.025)), Is.EqualTo(new BreakEven(BreakEvenStatus.Undetermined, null, 4_000, null)));
    }

    [Test]
    public void A_saving_without_bounds_says_nothing()
    {
        Assert.That(BreakEven.Of(100, Saving(0.01, null, null)), Is.EqualTo(new BreakEven(BreakEvenStatus.Undetermined, null, null, null)));
    }

    [TestCase(0)]
    [TestCase(-0.001)]
    public void A_side_that_saves_nothing_never_breaks_even(double high)
    {
        Assert.That(BreakEven.Of(100, Saving(-0.01, -0.02, high)), Is.EqualTo(new BreakEven(BreakEvenStatus.Never, null, null, null)));
        Assert.That(BreakEven.Of(-100, Saving(-0.01, -0.02, high)).Status, Is.EqualTo(BreakEvenStatus.Never));
    }

    [TestCase(0)]
    [TestCase(-50)]
    public void A_side_that_costs_no_more_upfront_and_saves_is_always_cheaper(int upfront)
    {
        Assert.That(BreakEven.Of(upfront, Saving(0.02, 0.01, 0.03)), Is.EqualTo(new BreakEven(BreakEvenStatus.Always, null, null, null)));
    }

    [Test]
    public void Nothing_upfront_and_a_saving_that_may_be_none_is_undetermined()
    {
        Assert.That(BreakEven.Of(0, Saving(0.01, -0.01, 0.03)), Is.EqualTo(new BreakEven(BreakEvenStatus.Undetermined, null, null, null)));
    }

    [Test]
    public void Without_a_value_there_is_no_daily_volume()
    {
        Assert.That(BreakEven.Of(100, Saving(0.01, -0.01, 0.03)).DailyVolume(30), Is.Null);
    }

    private static Estimate Saving(double value, double? low, double? high) => new(value, low, high, 0.95, "paired-t", 50);
}
