using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class QuantileTests
{
    [TestCase(0.5, 2.5)]
    [TestCase(0.95, 3.85)]
    [TestCase(0, 1)]
    [TestCase(1, 4)]
    public void A_quantile_lies_between_its_neighbours_as_type_7_has_it(double p, double expected)
    {
        Assert.That(Quantile.Of([1, 2, 3, 4], p), Is.EqualTo(expected).Within(1e-12));
    }

    [Test]
    public void An_infinite_neighbour_that_has_no_weight_does_no_harm()
    {
        Assert.That(Quantile.Of([1, 2, double.PositiveInfinity], 0.5), Is.EqualTo(2));
    }
}
