using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics.Properties;

/// <summary>Both sides equal: a test at α may find a difference in a share α of all cases, and in no more than chance in the simulation adds.</summary>
public sealed class FalseAlarmTests
{
    private const int Simulations = 1_500;
    private const double Alpha = 0.05;

    // Three standard errors of a share of α.
    private static readonly double Most = Alpha + (3 * Math.Sqrt(Alpha * (1 - Alpha) / Simulations));

    private static readonly double[] Signs = [-1, 0, 1];
    private static readonly double[] Quarters = [-1, -0.5, -0.25, 0, 0.25, 0.5, 1];
    private static readonly double[] QuarterShares = [0.02, 0.08, 0.1, 0.6, 0.1, 0.08, 0.02];

    [TestCase(60, 1)]
    [TestCase(200, 1)]
    [TestCase(25, 4)]
    [TestCase(50, 4)]
    public void Of_equal_rates_few_are_found_to_differ(int clusters, int size)
    {
        Assert.That(Found(clusters, size, Signs, [0.1, 0.8, 0.1], new ValueRange(0, 1)), Is.LessThanOrEqualTo(Most));
    }

    [TestCase(60, 1)]
    [TestCase(200, 1)]
    [TestCase(25, 4)]
    [TestCase(50, 4)]
    public void Of_equal_scores_few_are_found_to_differ(int clusters, int size)
    {
        Assert.That(Found(clusters, size, Quarters, QuarterShares, new ValueRange(0, 1)), Is.LessThanOrEqualTo(Most));
    }

    [TestCase(60, 1)]
    [TestCase(50, 4)]
    public void Of_equal_times_few_are_found_to_differ(int clusters, int size)
    {
        Assert.That(Found(clusters, size, Quarters, QuarterShares, null), Is.LessThanOrEqualTo(Most));
    }

    [Test]
    public void McNemars_exact_test_and_mid_p_find_few_that_differ()
    {
        SeededRandom random = new(1, "equal/mcnemar");
        var wins = Enumerable.Range(0, Simulations).Select(_ => Enumerable.Range(0, 40).Count(_ => random.Next(2) == 1)).ToList();

        Assert.That(Share(wins, w => McNemar.Exact(w, 40 - w) <= Alpha), Is.LessThanOrEqualTo(Alpha));
        Assert.That(Share(wins, w => McNemar.MidP(w, 40 - w) <= Alpha), Is.LessThanOrEqualTo(Most));
    }

    [Test]
    public void Swaps_and_ranks_find_few_that_differ()
    {
        SeededRandom random = new(1, "equal/ranks");
        var draws = Enumerable.Range(0, Simulations).Select(_ => ClusteredDraw.Of(random, 12, 1, 0.2, Quarters, QuarterShares)).ToList();

        Assert.That(Share(draws, d => SignFlip.Of(d, random).TwoSided <= Alpha), Is.LessThanOrEqualTo(Most));
        Assert.That(Share(draws, d => Wilcoxon.Of(d.Values)?.TwoSided <= Alpha), Is.LessThanOrEqualTo(Most));
    }

    private static double Found(int clusters, int size, double[] values, double[] shares, ValueRange? range)
    {
        SeededRandom random = new(1, $"equal/{clusters}/{size}");
        ClusterDraws draws = new(1);
        var p = Enumerable.Range(0, Simulations)
            .Select(_ => DifferenceEstimator.Of(ClusteredDraw.Of(random, clusters, size, 0.2, values, shares), range, 1 - Alpha, draws)!.P)
            .ToList();
        return Share(p, found => found <= Alpha);
    }

    private static double Share<T>(IReadOnlyCollection<T> all, Func<T, bool> holds) => all.Count(holds) / (double)all.Count;
}
