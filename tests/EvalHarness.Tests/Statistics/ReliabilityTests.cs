using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class ReliabilityTests
{
    [Test]
    public void Rows_are_put_into_tenths_by_score()
    {
        var bins = Reliability.Of([0.05, 0.85, 0.89, 1], [false, true, false, true]);

        Assert.That(bins.Select(b => (b.Low, b.High, b.N)), Is.EqualTo(new[] { (0, 0.1, 1), (0.8, 0.9, 2), (0.9, 1, 1) }));
        Assert.That(bins[1].Score, Is.EqualTo(0.87).Within(1e-12));
        Assert.That(bins[1].Rate, Is.EqualTo(0.5));
    }

    [Test]
    public void The_error_is_how_far_scores_are_from_rates_weighted_by_rows() =>
        Assert.That(Reliability.ExpectedError(Reliability.Of([0.9, 0.9, 0.9, 0.9, 0.2], [true, true, true, false, false])), Is.EqualTo((4 * 0.15 + 0.2) / 5).Within(1e-12));

    [Test]
    public void Without_rows_there_is_no_error() => Assert.That(Reliability.ExpectedError([]), Is.Null);
}
