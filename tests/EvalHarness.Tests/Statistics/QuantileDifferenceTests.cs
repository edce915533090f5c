using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class QuantileDifferenceTests
{
    [Test]
    public void A_shift_of_every_value_is_the_shift_of_every_quantile()
    {
        var difference = Of(400, 0.95, shift: 7, noise: 0);

        Assert.That(difference.Difference.Value, Is.EqualTo(7).Within(1e-9));
        Assert.That((difference.Difference.Low, difference.Difference.High), Is.EqualTo(((double?)7, (double?)7)).Within(1e-9));
        Assert.That(difference.Above(6.9), Is.EqualTo(1 / 2000.0).Within(1e-12));
        Assert.That(difference.Above(7.1), Is.GreaterThan(0.99));
    }

    [TestCase(290, 0.95, false)]
    [TestCase(300, 0.95, true)]
    [TestCase(1400, 0.99, false)]
    public void Quantiles_that_too_few_samples_lie_beyond_have_no_interval(int n, double share, bool bounded)
    {
        var difference = Of(n, share, shift: 1, noise: 5);

        Assert.That(difference.Difference.Low is not null, Is.EqualTo(bounded));
        Assert.That(difference.P is not null, Is.EqualTo(bounded));
    }

    [Test]
    public void Test_and_interval_are_inverses()
    {
        var difference = Of(400, 0.9, shift: 0, noise: 20);
        var (low, high) = (difference.Difference.Low!.Value, difference.Difference.High!.Value);

        Assert.That((difference.Above(low - 1e-9), difference.Above(low + 1e-9)), Is.EqualTo(((double?)0.025, (double?)0.0255)).Within(6e-4));
        Assert.That(difference.Below(high + 1e-9), Is.LessThanOrEqualTo(0.0256));
    }

    [Test]
    public void Swapping_the_sides_negates_it_and_the_order_of_samples_does_not_matter()
    {
        var samples = Samples(400, 3, 20);

        QuantileDifference one = new(samples, 0.9, 0.95, new ClusterDraws(1)), other = new([.. samples.Select(s => (s.Baseline, s.Candidate, s.Cluster))], 0.9, 0.95, new ClusterDraws(1));
        QuantileDifference reversed = new([.. samples.Reverse()], 0.9, 0.95, new ClusterDraws(1));

        Assert.That(one.Difference.Value, Is.EqualTo(-other.Difference.Value).Within(1e-9));
        Assert.That(reversed.Difference, Is.EqualTo(one.Difference));
    }

    [Test]
    public void The_weights_sum_to_one()
    {
        Assert.That(HarrellDavis.Weights(37, 0.95).Sum(), Is.EqualTo(1).Within(1e-12));
    }

    private static QuantileDifference Of(int n, double share, double shift, double noise) => new(Samples(n, shift, noise), share, 0.95, new ClusterDraws(1));

    private static IReadOnlyList<(double Candidate, double Baseline, int Cluster)> Samples(int n, double shift, double noise)
    {
        SeededRandom random = new(1, "quantiles");
        return [.. Enumerable.Range(0, n).Select(i => (Base: 100 * random.NextDouble(), Noise: noise * random.NextDouble(), i)).Select(s => (s.Base + shift + s.Noise, s.Base, s.i))];
    }
}
