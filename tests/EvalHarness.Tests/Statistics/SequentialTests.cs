using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

/// <summary>What watches a series night by night.</summary>
public sealed class SequentialTests
{
    [Test]
    public void Nights_that_say_nothing_add_one_each()
    {
        var detector = Enumerable.Repeat(1.0, 5).Aggregate(new ShiryaevRoberts(), (d, e) => d.After(e));

        Assert.That((detector.Statistic, detector.Nights), Is.EqualTo((5.0, 5)));
        Assert.That(ShiryaevRoberts.Threshold(90, 0.05), Is.EqualTo(1800).Within(1e-9));
    }

    [Test]
    public void The_onset_is_the_night_since_which_the_evidence_grew()
    {
        var detector = new[] { 0.9, 0.8, 1.1, 0.5, 3, 4, 5 }.Aggregate(new ShiryaevRoberts(), (d, e) => d.After(e));

        Assert.That(detector.OnsetNight, Is.EqualTo(5));
    }

    // By hand: one cluster that lost outright, g averaged over the six stakes.
    [Test]
    public void A_lost_cluster_gains_the_mean_stake()
    {
        Assert.That(BettingEvidence.Of([1]), Is.EqualTo(1 + ((0.03 + 0.06 + 0.1 + 0.15 + 0.2 + 0.3) / 6)).Within(1e-12));
        Assert.That(BettingEvidence.Of([]), Is.EqualTo(1).Within(1e-12));
    }

    [TestCase(-0.05, 0)]
    [TestCase(-1, 0.9047619047619048)]
    [TestCase(1, -1)]
    public void A_loss_counts_beyond_the_margin_alone(double difference, double value)
    {
        Assert.That(BettingEvidence.LossBeyond(difference, 0.05), Is.EqualTo(value).Within(1e-12));
    }

    [Test]
    public void A_permitted_loss_gains_nothing_on_average()
    {
        var random = new SeededRandom(1, "betting");
        var gains = Enumerable.Range(0, 20_000).Average(_ => BettingEvidence.Of([.. Enumerable.Range(0, 20).Select(_ => BettingEvidence.LossBeyond(random.NextDouble() < 0.05 ? -1 : 0, 0.05))]));

        Assert.That(gains, Is.EqualTo(1).Within(0.03));
    }

    [Test]
    public void The_detector_keeps_its_promise_while_nothing_changes()
    {
        var random = new SeededRandom(1, "quiet");
        var alarms = Enumerable.Range(0, 2_000).Count(_ => Alarms(random, chanceOfLoss: 0.5, nights: 90));

        Assert.That(alarms / 2_000.0, Is.LessThanOrEqualTo(0.05));
    }

    [Test]
    public void It_finds_what_lasts()
    {
        var random = new SeededRandom(1, "loud");

        Assert.That(Enumerable.Range(0, 200).Count(_ => Alarms(random, chanceOfLoss: 0.7, nights: 30)), Is.GreaterThan(190));
    }

    [Test]
    public void A_low_value_after_many_like_ones_is_bet_on()
    {
        ConformalMartingale martingale = new(0.5);
        foreach (var value in Enumerable.Range(1, 50))
            martingale.Observe(value, 0.5);
        var before = martingale.LogValue;

        var p = martingale.Observe(0, 0.5);

        Assert.That(p, Is.EqualTo(0.5 / 51).Within(1e-12));
        Assert.That(martingale.LogValue, Is.GreaterThan(before + 1));
    }

    [Test]
    public void A_shift_adds_up_beyond_the_allowance()
    {
        var sum = Enumerable.Repeat(0.9, 4).Aggregate(new Cusum(1, 0.1), (c, x) => c.After(x));

        Assert.That(sum.Lower, Is.EqualTo(4 * 0.5).Within(1e-9));
        Assert.That(sum.Upper, Is.EqualTo(0));
    }

    [Test]
    public void A_weighted_mean_nears_a_new_level_and_its_limits_widen_to_the_long_runs()
    {
        var mean = Enumerable.Repeat(2.0, 60).Aggregate(new Ewma(1, 0.3), (m, x) => m.After(x));

        Assert.That(mean.Value, Is.EqualTo(2).Within(1e-5));
        Assert.That(mean.Limits(3).High, Is.EqualTo(1 + (3 * 0.3 / 3)).Within(1e-6));
    }

    [Test]
    public void Alpha_is_spent_to_the_end_and_not_before()
    {
        Assert.That(AlphaSpending.OBrienFleming(0.05, 1), Is.EqualTo(0.05).Within(1e-12));
        Assert.That(AlphaSpending.Pocock(0.05, 1), Is.EqualTo(0.05).Within(1e-12));
        Assert.That(AlphaSpending.OBrienFleming(0.05, 0.5), Is.LessThan(AlphaSpending.Pocock(0.05, 0.5)));
    }

    [Test]
    public void Of_several_e_values_those_are_found_that_carry_one_another()
    {
        Assert.That(EBenjaminiHochberg.Findings([45, 1, 50, 0.2], 0.05), Is.EqualTo(new[] { true, false, true, false }));
        Assert.That(EBenjaminiHochberg.Findings([30, 1, 30, 0.2], 0.05), Has.None.True);
    }

    private static bool Alarms(SeededRandom random, double chanceOfLoss, int nights)
    {
        var detector = new ShiryaevRoberts();
        for (var night = 0; night < nights; night++)
        {
            detector = detector.After(BettingEvidence.Of([.. Enumerable.Range(0, 20).Select(_ => random.NextDouble() < chanceOfLoss ? 1.0 : -1.0)]));
            if (detector.Statistic >= ShiryaevRoberts.Threshold(90, 0.05))
                return true;
        }

        return false;
    }
}
