using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class SignDifferenceTests
{
    [Test]
    public void The_same_difference_everywhere_is_bounded_by_itself()
    {
        var method = Of(39, 12)!;

        Assert.That((method.Name, method.Test), Is.EqualTo(("sign", "sign-test")));
        Assert.That((method.Difference.Low, method.Difference.High), Is.EqualTo(((double?)39, (double?)39)));
        Assert.That((method.P, method.Above(0), method.Below(0), method.Above(40)), Is.EqualTo(((double?)Math.Pow(2, -11), (double?)Math.Pow(2, -12), (double?)1, (double?)1)));
    }

    [TestCase(0, 12)]
    [TestCase(39, 5)]
    public void No_difference_and_too_few_clusters_are_left_unbounded(double each, int n)
    {
        Assert.That(Of(each, n)?.Difference.Low, Is.Null);
    }

    [Test]
    public void Rates_keep_their_own_test()
    {
        Assert.That(DifferenceEstimator.Of(ClusteredValues.Independent(Enumerable.Repeat(1.0, 20)), new ValueRange(0, 1), 0.95, new ClusterDraws(1))!.Name, Is.EqualTo("tango"));
    }

    private static IDifferenceMethod? Of(double each, int n) => DifferenceEstimator.Of(ClusteredValues.Independent(Enumerable.Repeat(each, n)), range: null, 0.95, new ClusterDraws(1));
}
