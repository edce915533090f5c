using EvalHarness.Statistics;
using FsCheck;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace EvalHarness.Tests.Statistics;

public sealed class TangoTests
{
    [Test]
    public void Twelve_against_2_of_50_gives_the_published_interval()
    {
        // Tango 1998, airway hyper-responsiveness: wider than Wald's [0.056, 0.344].
        var interval = Tango.Of(12, 2, 50, 0.95);

        Assert.That(interval.Low, Is.EqualTo(0.0611).Within(5e-5));
        Assert.That(interval.High, Is.EqualTo(0.3447).Within(5e-5));
    }

    [Test]
    public void Without_wins_and_losses_there_is_an_interval_and_no_p()
    {
        var z2 = 1.959963984540054 * 1.959963984540054;

        Assert.That(Tango.Of(0, 0, 24, 0.95).High, Is.EqualTo(z2 / (24 + z2)).Within(1e-9));
        Assert.That(Tango.P(0, 0, 24), Is.Null);
    }

    [Test]
    public void P_is_that_of_wins_less_losses_over_the_root_of_their_sum()
    {
        Assert.That(Tango.P(21, 10, 200), Is.EqualTo(Probability.NormalTwoSided(11 / Math.Sqrt(31))).Within(1e-12));
    }

    [Property]
    public bool Test_and_interval_are_inverses(NonNegativeInt wins, NonNegativeInt losses, PositiveInt ties)
    {
        var n = wins.Get + losses.Get + ties.Get;

        return (Tango.P(wins.Get, losses.Get, n) < 0.05) == !Tango.Of(wins.Get, losses.Get, n, 0.95).Contains(0);
    }

    [Property]
    public bool Swapping_the_sides_negates_the_interval(NonNegativeInt wins, NonNegativeInt losses, PositiveInt ties)
    {
        var n = wins.Get + losses.Get + ties.Get;
        var (one, other) = (Tango.Of(wins.Get, losses.Get, n, 0.95), Tango.Of(losses.Get, wins.Get, n, 0.95));

        return Math.Abs(one.Low!.Value + other.High!.Value) < 1e-9 && Math.Abs(one.High!.Value + other.Low!.Value) < 1e-9;
    }

    [Property]
    public bool A_higher_confidence_gives_a_wider_interval(NonNegativeInt wins, NonNegativeInt losses, PositiveInt ties)
    {
        var n = wins.Get + losses.Get + ties.Get;
        var (narrow, wide) = (Tango.Of(wins.Get, losses.Get, n, 0.9), Tango.Of(wins.Get, losses.Get, n, 0.99));

        return wide.Low <= narrow.Low && narrow.High <= wide.High;
    }
}
