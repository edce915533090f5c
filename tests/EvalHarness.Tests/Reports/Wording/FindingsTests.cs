using EvalHarness.Metrics;
using EvalHarness.Reports.Wording;
using EvalHarness.Statistics;

namespace EvalHarness.Tests.Reports.Wording;

public sealed class FindingsTests
{
    [TestCase(0.01, 0.09, ExpectedResult = Finding.Better)]
    [TestCase(-0.09, -0.01, ExpectedResult = Finding.Worse)]
    [TestCase(-0.01, 0.30, ExpectedResult = Finding.NoDifferenceShown)]
    [TestCase(0.00, 0.30, ExpectedResult = Finding.NoDifferenceShown)]
    public Finding The_whole_interval_decides_never_the_point(double low, double high) => SomeComparison.Of(low, high).Finding();

    [TestCase(0.01, 0.09, ExpectedResult = Finding.Worse)]
    [TestCase(-0.09, -0.01, ExpectedResult = Finding.Better)]
    public Finding Where_lower_is_better_a_higher_value_is_worse(double low, double high) =>
        SomeComparison.Of(low, high, metric: new Metric("unsupported-answer", Unit.YesNo, Direction.Lower, "1")).Finding();

    [Test]
    public void An_interval_that_the_adjusted_p_does_not_back_shows_nothing() =>
        Assert.That(SomeComparison.Of(0.01, 0.09, adjusted: 0.051).Finding(), Is.EqualTo(Finding.NoDifferenceShown));

    [Test]
    public void Without_an_interval_there_are_not_enough_rows() =>
        Assert.That(SomeComparison.TooFew().Finding(), Is.EqualTo(Finding.NotEnoughRows));

    [Test]
    public void An_unbounded_interval_shows_nothing()
    {
        var open = SomeComparison.Of(0.01, 0.09) with { Difference = new Estimate(0.05, null, 0.09, 0.95, "fieller", 416) };

        Assert.That(open.Finding(), Is.EqualTo(Finding.NoDifferenceShown));
    }
}
