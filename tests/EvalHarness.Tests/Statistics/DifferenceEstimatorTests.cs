using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class DifferenceEstimatorTests
{
    private static readonly ValueRange Share = new(0, 1);

    [Test]
    public void Yes_and_no_get_tango_and_its_own_score_test()
    {
        var tested = Of(Signs(12, 2, 50), Share)!;

        Assert.That(tested.Difference.Value, Is.EqualTo(0.2).Within(1e-12));
        Assert.That(tested.Difference.Low, Is.EqualTo(0.06111240618634396).Within(1e-8));
        Assert.That(tested.P, Is.EqualTo(Tango.P(12, 2, 50)));
        Assert.That((tested.Difference.Method, tested.Test), Is.EqualTo(("tango", "tango-score")));
    }

    [Test]
    public void No_difference_on_any_sample_is_an_interval_without_p()
    {
        var tested = Of(Signs(0, 0, 24), Share)!;

        Assert.That(tested.Difference.High, Is.EqualTo(0.13797620467498017).Within(1e-8));
        Assert.That(tested.P, Is.Null);
    }

    [Test]
    public void Few_bounded_differences_are_bootstrapped()
    {
        Assert.That(Of(Even(50), Share)!.Test, Is.EqualTo("bootstrap-t"));
    }

    [Test]
    public void Many_bounded_differences_and_all_times_get_the_paired_t()
    {
        Assert.That(Of(Even(100), Share)!.Test, Is.EqualTo("paired-t"));
        Assert.That(Of(Even(50), null)!.Test, Is.EqualTo("paired-t"));
    }

    [Test]
    public void Equal_times_on_every_sample_are_no_evidence()
    {
        var tested = Of(ClusteredValues.Independent(Enumerable.Repeat(0.0, 30)), null)!;

        Assert.That((tested.Difference.Low, tested.Difference.High, tested.P), Is.EqualTo(((double?)null, (double?)null, (double?)null)));
    }

    [Test]
    public void Fewer_than_6_clusters_are_refused()
    {
        Assert.That(Of(new ClusteredValues(Enumerable.Repeat(1.0, 50), Enumerable.Range(0, 50).Select(i => i % 5)), Share), Is.Null);
    }

    [TestCase(10, 5, 0.13, 0.07)]
    [TestCase(10, 5, 0.08, 0.02)]
    [TestCase(25, 8, 0.05, 0.05)]
    public void Clustered_yes_and_no_are_covered_as_promised(int clusters, int size, double wins, double losses)
    {
        var random = new SeededRandom(1, "coverage");

        var covered = Enumerable.Range(0, 2_000)
            .Select(_ => Of(ClusteredDraw.Of(random, clusters, size, 0.2, [1, -1, 0], [wins, losses, 1 - wins - losses]), Share)!.Difference)
            .Count(d => d.Low <= wins - losses && wins - losses <= d.High);

        Assert.That(covered / 2_000.0, Is.GreaterThan(0.94));
    }

    private static IDifferenceMethod? Of(ClusteredValues differences, ValueRange? range) =>
        DifferenceEstimator.Of(differences, range, 0.95, new ClusterDraws(1));

    private static ClusteredValues Signs(int wins, int losses, int n) =>
        ClusteredValues.Independent(Enumerable.Range(0, n).Select(i => i < wins ? 1.0 : i < wins + losses ? -1 : 0));

    private static ClusteredValues Even(int n) => ClusteredValues.Independent(Enumerable.Range(0, n).Select(i => ((i % 5) - 1) / 4.0));
}
