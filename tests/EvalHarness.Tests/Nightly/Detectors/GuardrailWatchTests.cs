using EvalHarness.Nightly.Detectors;
using EvalHarness.Statistics;

namespace EvalHarness.Tests.Nightly.Detectors;

/// <summary>What counts as evidence, and when it is an alarm.</summary>
internal sealed class GuardrailWatchTests
{
    private static readonly AlarmBudget Budget = new(1);

    [Test]
    public void The_chance_is_shared_over_guardrails_nights_and_changes()
    {
        Assert.That(Budget.Threshold, Is.EqualTo(2250).Within(1e-9));
        Assert.That(new AlarmBudget(3).Threshold, Is.EqualTo(6750).Within(1e-9));
        Assert.That(Budget.AlphaOf(1), Is.EqualTo(0.005).Within(1e-12));
        Assert.That(90 / Budget.Threshold + Enumerable.Range(1, 10_000).Sum(Budget.AlphaOf), Is.EqualTo(0.05).Within(1e-5));
    }

    [Test]
    public void Answers_that_are_the_same_bytes_are_no_evidence()
    {
        PairedRow[] rows = [.. Enumerable.Range(0, 50).Select(i => new PairedRow(i, -1, IsAnew: false))];

        Assert.That(MarginEvidence.Of(rows, 0.02), Is.Null);
    }

    // By hand: two clusters of two rows; the net of each is bet on beyond the margin.
    [Test]
    public void A_cluster_is_bet_on_as_one()
    {
        PairedRow[] rows = [new(0, -1, true), new(0, -1, true), new(1, 1, true), new(1, 0, true)];

        double[] bets = [(1 - 0.1) / 1.1, -(0.5 + 0.1) / 1.1];
        Assert.That(MarginEvidence.Of(rows, 0.1), Is.EqualTo(BettingEvidence.Of(bets)).Within(1e-12));
    }

    [Test]
    public void What_settled_rows_gained_is_credited_to_the_candidate()
    {
        PairedRow[] lost = [.. Enumerable.Range(0, 40).Select(i => new PairedRow(i, i < 6 ? -1 : 0, IsAnew: i < 20))];
        PairedRow[] mended = [.. lost.Select(r => r.IsAnew ? r : r with { Difference = r.Cluster < 30 ? 1 : 0 })];
        PairedRow[] lostElsewhere = [.. lost.Select(r => r.IsAnew ? r : r with { Difference = r.Cluster < 30 ? -1 : 0 })];

        Assert.That(MarginEvidence.Of(mended, 0.02), Is.LessThan(1));
        Assert.That(MarginEvidence.Of(lostElsewhere, 0.02), Is.EqualTo(MarginEvidence.Of(lost, 0.02)));
    }

    [Test]
    public void A_large_cluster_cannot_lose_more_than_its_stake()
    {
        PairedRow[] rows = [.. Enumerable.Range(0, 100).Select(i => new PairedRow(i < 90 ? 0 : i, 1, true))];

        Assert.That(MarginEvidence.Of(rows, 0.02), Is.InRange(0, 1));
    }

    [Test]
    public void Answers_vary_when_they_switched_twice()
    {
        var once = new AnswerVariation().After(1).After(1).After(2).After(2);
        var twice = once.After(1);

        Assert.That((once.Varies, twice.Varies), Is.EqualTo((false, true)));
        Assert.That(Enumerable.Repeat(1UL, 10).Aggregate(twice, (v, d) => v.After(d)).Varies, Is.False);
    }

    [Test]
    public void A_change_is_judged_only_beyond_the_margin_and_by_the_gates_test()
    {
        var within = Rows(200, losses: 4, wins: 1);
        var beyond = Rows(200, losses: 20, wins: 1);

        Assert.That(ChangeTest.P(within, 0.02), Is.Null);
        Assert.That(ChangeTest.P(beyond, 0.02), Is.EqualTo(2 * (1 - NonInferiority.P(1, 20, 200, 0.02))).Within(1e-9));
        Assert.That(ChangeTest.P(Rows(5, losses: 5, wins: 0), 0.02), Is.Null);
    }

    [Test]
    public void Values_that_are_no_rates_are_judged_by_t()
    {
        PairedRow[] rows = [.. Enumerable.Range(0, 60).Select(i => new PairedRow(i, -0.2 - (0.001 * i), false))];

        Assert.That(ChangeTest.P(rows, 0.05), Is.LessThan(1e-6));
    }

    [Test]
    public void A_change_that_cannot_be_chance_is_an_alarm_on_its_own_night_and_stands()
    {
        var watch = new GuardrailWatch(Budget).After(new(null, null)).After(new(null, 0.004)).After(new(null, null));

        Assert.That((watch.AlarmNight, watch.OnsetNight, watch.Judged), Is.EqualTo((2, 2, 1)));
    }

    [Test]
    public void A_second_change_has_less_to_spend()
    {
        var watch = new GuardrailWatch(Budget).After(new(null, 0.9)).After(new(null, 0.004));

        Assert.That(watch.AlarmNight, Is.Null);
    }

    [Test]
    public void Evidence_adds_up_over_nights_and_quiet_ones_are_left_out()
    {
        var watch = new GuardrailWatch(Budget).After(new(0.7, null)).After(new(null, null));
        for (var night = 0; night < 5; night++)
            watch = watch.After(new(6, null));

        Assert.That(watch.AlarmNight, Is.EqualTo(6));
        Assert.That(watch.OnsetNight, Is.EqualTo(3));
        Assert.That(watch.Detector.Nights, Is.EqualTo(6));
    }

    private static PairedRow[] Rows(int n, int losses, int wins) =>
        [.. Enumerable.Range(0, n).Select(i => new PairedRow(i, i < losses ? -1 : i < losses + wins ? 1 : 0, IsAnew: false))];
}
