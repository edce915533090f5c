using EvalHarness.Metrics;
using EvalHarness.Reports.Wording;
using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class FigureTests
{
    [TestCase(0.7142, Unit.Ratio, ExpectedResult = "71.4 %")]
    [TestCase(1, Unit.YesNo, ExpectedResult = "100.0 %")]
    [TestCase(12.345, Unit.Milliseconds, ExpectedResult = "12.3 ms")]
    [TestCase(123456, Unit.Milliseconds, ExpectedResult = "123,456 ms")]
    [TestCase(0.00012345, Unit.Usd, ExpectedResult = "$0.000123")]
    [TestCase(-0.5, Unit.Usd, ExpectedResult = "−$0.500")]
    [TestCase(1234.4, Unit.Tokens, ExpectedResult = "1,234")]
    [TestCase(-0.25, Unit.Signed, ExpectedResult = "−0.25")]
    [TestCase(0, Unit.Usd, ExpectedResult = "$0")]
    public string A_value_is_written_in_its_unit(double value, Unit unit) => Figure.Of(value, unit);

    [TestCase(0.042, Unit.Ratio, ExpectedResult = "+4.2 points")]
    [TestCase(-0.042, Unit.YesNo, ExpectedResult = "−4.2 points")]
    [TestCase(-0.0001, Unit.Ratio, ExpectedResult = "0.0 points")]
    [TestCase(0.00002, Unit.Usd, ExpectedResult = "+$0.0000200")]
    [TestCase(-3, Unit.Tokens, ExpectedResult = "−3.00 tokens")]
    public string A_difference_has_its_sign(double value, Unit unit) => Figure.OfDifference(value, unit);

    [Test]
    public void An_open_end_is_called_unbounded() =>
        Assert.That(Figure.Interval(new Estimate(50, 40, null, 0.95, "order-statistic", 40), Unit.Milliseconds), Is.EqualTo("[40.0, unbounded]"));

    [Test]
    public void A_p_value_is_never_zero() => Assert.That(Figure.P(1e-12), Is.EqualTo("< 0.001"));
}
