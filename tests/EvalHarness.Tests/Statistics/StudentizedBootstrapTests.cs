using EvalHarness.Statistics;
using FsCheck;
using Interval = EvalHarness.Statistics.Interval;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace EvalHarness.Tests.Statistics;

public sealed class StudentizedBootstrapTests
{
    [Test]
    public void The_interval_reflects_the_replicates_about_the_mean()
    {
        // Five replicates: at 0.5 the quantiles are the second and the fourth.
        var bootstrap = new StudentizedBootstrap(mean: 10, standardError: 2, [3, -2, 0, -1, 1]);

        Assert.That(bootstrap.Of(0.5), Is.EqualTo(new Interval(8, 12)));
    }

    [Test]
    public void A_mean_of_many_even_values_gets_the_t_interval()
    {
        var values = ClusteredValues.Independent(Enumerable.Range(0, 400).Select(i => i % 20 / 20.0));

        var (bootstrap, t) = (Of(values).Of(0.95), ClusteredT.Of(values, 0.95));

        Assert.That(bootstrap.Low, Is.EqualTo(t.Low).Within(0.003));
        Assert.That(bootstrap.High, Is.EqualTo(t.High).Within(0.003));
    }

    [Test]
    public void An_end_that_draws_without_variance_reach_is_unbounded()
    {
        var interval = Of(ClusteredValues.Independent([1, 1, 1, 1, 1, 1, 0.9])).Of(0.95);

        Assert.That(interval.Low, Is.Null);
    }

    [Test]
    public void What_does_not_vary_has_neither_interval_nor_p()
    {
        var bootstrap = Of(ClusteredValues.Independent([0.5, 0.5, 0.5]));

        Assert.That(bootstrap.Of(0.95), Is.EqualTo(Interval.Unbounded));
        Assert.That(bootstrap.P(), Is.Null);
    }

    [Property(MaxTest = 30)]
    public bool Test_and_interval_are_inverses(NonEmptyArray<sbyte> bytes)
    {
        var bootstrap = Of(ClusteredValues.Independent([.. bytes.Get.Select(b => b / 128.0), 0.1, 0.4]));

        return (bootstrap.P() <= 0.05) == !bootstrap.Of(0.95).Contains(0);
    }

    [Property(MaxTest = 30)]
    public bool Swapping_the_sides_negates_the_interval_and_keeps_p(NonEmptyArray<sbyte> bytes)
    {
        double[] values = [.. bytes.Get.Select(b => (double)b), 1, 4];
        var (one, other) = (Of(ClusteredValues.Independent(values)), Of(ClusteredValues.Independent(values.Select(v => -v))));

        return Math.Abs((one.Of(0.95).Low + other.Of(0.95).High) ?? 0) < 1e-9 && one.P() == other.P();
    }

    private static StudentizedBootstrap Of(ClusteredValues values) => new(values, new ClusterDraws(1));
}
