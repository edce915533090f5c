using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class HarrellDavisTests
{
    [Test]
    public void The_median_of_two_is_their_mean()
    {
        Assert.That(HarrellDavis.Of([1, 4], 0.5), Is.EqualTo(2.5).Within(1e-12));
    }

    [Test]
    public void The_median_of_three_is_weighted_by_beta_2_2()
    {
        // Beta(2, 2): I(1/3) = 7/27, so the weights are 7/27, 13/27 and 7/27.
        Assert.That(HarrellDavis.Of([0, 27, 81], 0.5), Is.EqualTo(13 + 21).Within(1e-9));
    }
}
