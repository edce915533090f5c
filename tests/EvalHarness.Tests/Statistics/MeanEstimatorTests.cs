using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class MeanEstimatorTests
{
    private static readonly ValueRange Share = new(0, 1);

    [Test]
    public void A_rate_gets_wilson()
    {
        var estimate = Of(Repeated(20, i => i < 17 ? 1 : 0), Share);

        Assert.That(estimate, Is.EqualTo(new Estimate(0.85, estimate!.Low, estimate.High, 0.95, "wilson", 20)));
        Assert.That(estimate.Low, Is.EqualTo(0.6395811).Within(1e-6));
    }

    [Test]
    public void A_signed_score_at_its_ends_is_a_rate_too()
    {
        var estimate = Of(Repeated(20, i => i < 17 ? 1 : -1), new ValueRange(-1, 1))!;

        Assert.That(estimate.Method, Is.EqualTo("wilson"));
        Assert.That(estimate.Low, Is.EqualTo((2 * 0.6395811) - 1).Within(1e-6));
    }

    [Test]
    public void A_clustered_rate_gets_a_wider_interval_than_the_same_rate_without_clusters()
    {
        var clustered = Of(new ClusteredValues(Enumerable.Range(0, 80).Select(i => i / 8 % 2 * 1.0), Enumerable.Range(0, 80).Select(i => i / 8)), Share)!;
        var single = Of(Repeated(80, i => i / 8 % 2), Share)!;

        Assert.That(clustered.Method, Is.EqualTo("wilson-effective-n"));
        Assert.That(clustered.High - clustered.Low > 2 * (single.High - single.Low), Is.True);
    }

    [TestCase(99, "bootstrap-t")]
    [TestCase(100, "t")]
    public void A_bounded_score_is_bootstrapped_below_100_samples(int n, string method)
    {
        Assert.That(Of(Repeated(n, i => i % 5 / 4.0), Share)!.Method, Is.EqualTo(method));
    }

    [Test]
    public void A_time_gets_the_t_interval()
    {
        Assert.That(Of(Repeated(20, i => 10.0 + i), null)!.Method, Is.EqualTo("t"));
    }

    [Test]
    public void A_bounded_score_stays_within_its_bounds()
    {
        var estimate = Of(Repeated(12, i => i == 0 ? 0.8 : 1), Share)!;

        Assert.That(estimate.High, Is.Null.Or.LessThanOrEqualTo(1));
    }

    [Test]
    public void Fewer_than_6_clusters_give_a_value_without_bounds()
    {
        var estimate = Of(new ClusteredValues(Enumerable.Range(0, 50).Select(i => i % 2 * 1.0), Enumerable.Range(0, 50).Select(i => i % 5)), Share);

        Assert.That(estimate, Is.EqualTo(new Estimate(0.5, null, null, 0.95, "too-few-clusters", 50)));
    }

    [Test]
    public void No_values_give_no_estimate()
    {
        Assert.That(Of(ClusteredValues.Independent([]), Share), Is.Null);
    }

    private static Estimate? Of(ClusteredValues values, ValueRange? range) => MeanEstimator.Of(values, range, 0.95, new ClusterDraws(1));

    private static ClusteredValues Repeated(int n, Func<int, double> value) => ClusteredValues.Independent(Enumerable.Range(0, n).Select(value));
}
