using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class VarianceComponentsTests
{
    // Samples {1, 1}, {0, 0}, {1, 0}: means 1, 0, ½ about ½, so MSB = 2 · (¼ + ¼) / 2 = ½; variances 0, 0, ½, so MSW = 1/6; between = (½ − 1/6) / 2 = 1/6.
    [Test]
    public void By_hand()
    {
        var components = VarianceComponents.Of([1, 0, 0.5], [0, 0, 0.5], repeats: 2)!;

        Assert.That(components.Within, Is.EqualTo(1 / 6.0).Within(1e-12));
        Assert.That(components.Between, Is.EqualTo(1 / 6.0).Within(1e-12));
        Assert.That(components.IntraclassCorrelation, Is.EqualTo(0.5).Within(1e-12));
    }

    [Test]
    public void What_the_samples_contribute_averages_to_the_variance_between_them()
    {
        double[] means = [1, 0, 0.5, 0.75];
        double[] variances = [0, 0, 0.5, 0.25];
        var components = VarianceComponents.Of(means, variances, repeats: 4)!;

        Assert.That(components.Contributions(means, variances).Average(), Is.EqualTo(components.Between).Within(1e-12));
    }

    [Test]
    public void Where_nothing_varies_there_is_no_correlation() => Assert.That(VarianceComponents.Of([1, 1], [0, 0], repeats: 3)!.IntraclassCorrelation, Is.Zero);

    [Test]
    public void One_sample_or_one_repeat_says_nothing()
    {
        Assert.That(VarianceComponents.Of([1], [0], repeats: 3), Is.Null);
        Assert.That(VarianceComponents.Of([1, 0], [0, 0], repeats: 1), Is.Null);
    }

    [TestCase(2, 0.5)]
    [TestCase(3, 1 / 3.0)]
    [TestCase(4, 1 / 3.0)]
    [TestCase(5, 0.3)]
    public void The_largest_variance_is_that_of_zeros_and_ones_in_equal_parts(int values, double largest)
    {
        Assert.That(VarianceComponents.Largest(values), Is.EqualTo(largest).Within(1e-12));
        Assert.That(VarianceComponents.Of([.. Enumerable.Range(0, values).Select(i => (double)(i % 2))]), Is.EqualTo(largest).Within(1e-12));
    }

    [Test]
    public void The_variance_of_one_value_is_none() => Assert.That(VarianceComponents.Of([1.0]), Is.Zero);
}
