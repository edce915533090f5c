using EvalHarness.Gates;
using EvalHarness.Nightly;
using EvalHarness.Runs;
using EvalHarness.Statistics;

namespace EvalHarness.Tests.Nightly;

/// <summary>A noisy production over weeks: 200 rows, of which 20 flicker, every answer in new words each night.</summary>
internal sealed class NightJudgeTests
{
    private const int Rows = 200;
    private const int Noisy = 20;

    private SeededRandom random = null!;
    private ulong words;

    [SetUp]
    public void Start() => (random, words) = (new SeededRandom(1, "nights"), 0);

    [Test]
    public async Task A_drop_of_6_points_is_found_with_its_onset_and_what_changed_there()
    {
        using JudgedNights nights = new(Rows);
        List<Night> all = [];
        for (var night = 1; night <= 24; night++)
        {
            if (night == 12)
                (nights.Identity, nights.Hashes["candidate/model"]) = ("v2", "v2");
            all.Add(await nights.NightAsync(Answers(night >= 12 ? 12 : 0), Reworded));
        }

        var alarm = all.First(n => n.Verdict == NightVerdict.Alarm);
        Assert.That(alarm.Number, Is.InRange(14, 24));
        Assert.That(alarm.Onset!.Night, Is.InRange(11, 14));
        Assert.That(alarm.Onset.Changed, Is.EqualTo(new[] { new HashChange("candidate/model", "v1", "v2") }));
        Assert.That(alarm.Why, Does.Contain("Changed in night 12: candidate/model (v1 → v2)"));
        Assert.That(all.Where(n => n.Number > alarm.Number).Select(n => n.Verdict), Is.All.EqualTo(NightVerdict.Alarm), "it stands");
    }

    [Test]
    public async Task A_rolled_back_candidate_starts_anew_after_an_alarm()
    {
        using JudgedNights nights = new(Rows);
        Night night;
        do
            night = await nights.NightAsync(Answers(40), Reworded);
        while (night.Verdict != NightVerdict.Alarm && night.Number < 20);
        nights.Identity = "v0";

        var after = await nights.NightAsync(Answers(0), Reworded);

        Assert.That(night.Verdict, Is.EqualTo(NightVerdict.Alarm));
        Assert.That(after.Verdict, Is.EqualTo(NightVerdict.Quiet));
        Assert.That(after.Guardrails[0].Statistic, Is.LessThan(10));
    }

    [Test]
    public async Task What_is_permitted_stays_quiet_for_weeks()
    {
        using JudgedNights nights = new(Rows);
        for (var night = 1; night <= 25; night++)
            Assert.That((await nights.NightAsync(Answers(night >= 5 ? 2 : 0), Reworded)).Guardrails[0].Outcome, Is.EqualTo(WatchOutcome.Quiet), $"night {night}");
    }

    [Test]
    public async Task Flaky_samples_are_listed_with_a_version_and_an_expiry_and_raise_no_alert()
    {
        using JudgedNights nights = new(Rows);
        Night night = null!;
        for (var i = 0; i < 10; i++)
            night = await nights.NightAsync(Answers(0), Reworded);

        Assert.That(night.Flaky.Samples, Has.Count.InRange(12, Noisy));
        Assert.That(night.Flaky.Samples.Select(s => int.Parse(s.Sample[1..], System.Globalization.CultureInfo.InvariantCulture)), Is.All.LessThan(Noisy));
        Assert.That(night.Flaky.Samples.Select(s => s.ExpiresAt), Is.All.GreaterThan(night.StartedAt));
        Assert.That(night.Flaky.Version, Is.InRange(1, 10));
        Assert.That(night.Diff!.SinceLastTime.Where(c => night.Flaky.Contains(c.Sample)).Select(c => c.IsFlaky), Is.Not.Empty.And.All.True);
    }

    [Test]
    public void The_flaky_list_is_capped_at_a_tenth_and_entries_expire()
    {
        var draws = Enumerable.Range(0, 50).ToDictionary(i => $"s{i}", i => (Passes: 1.0 + (i % 8), Draws: 10.0));
        var now = DateTimeOffset.UnixEpoch;

        var list = FlakyList.None.After(draws, asked: 100, now);
        var later = list.After(new Dictionary<string, (double, double)>(), asked: 100, now.AddDays(31));

        Assert.That((list.Version, list.Samples.Count, list.LeftOut), Is.EqualTo((1, 10, 33)));
        Assert.That((later.Version, later.Samples.Count), Is.EqualTo((2, 0)));
        Assert.That(list.After(draws, 100, now.AddDays(1)).Version, Is.EqualTo(1));
    }

    [Test]
    public async Task Learning_is_said_then_a_dearer_production_warns()
    {
        using JudgedNights nights = new(Rows);
        List<Night> all = [];
        for (var night = 1; night <= 20; night++)
            all.Add(await nights.NightAsync(Answers(0), Reworded, pipeline => (night >= 17 && pipeline == JudgedNights.Production ? 0.02 : 0.01) * (1 + (0.02 * random.NextDouble()))));

        Assert.That(all[2].Why, Does.Contain("learning, night 3 of 14"));
        Assert.That(all[15].Verdict, Is.EqualTo(NightVerdict.Quiet));
        Assert.That(all[^1].Verdict, Is.EqualTo(NightVerdict.Warn), all[^1].Why);
        Assert.That(all[^1].Series.Where(s => s.Outcome == WatchOutcome.Warn).Select(s => (s.Figure, s.Side, s.OnsetNight)), Is.EqualTo(new[] { ("cost-usd", "candidate", (int?)17) }));
    }

    [Test]
    public async Task Cost_as_a_guardrail_is_an_alarm_beyond_its_margin_and_quiet_within()
    {
        foreach (var (dearer, verdict) in new[] { (1.08, NightVerdict.Quiet), (1.5, NightVerdict.Alarm) })
        {
            using JudgedNights nights = new(Rows) { Rules = [JudgedNights.Guardrail("cost-usd", new Margin(0.1, IsRelative: true))] };
            Night last = null!;
            for (var night = 1; night <= 24; night++)
                last = await nights.NightAsync(Answers(0), Reworded, pipeline => (night >= 17 && pipeline == JudgedNights.Production ? dearer : 1) * 0.01 * (1 + (0.01 * random.NextDouble())));

            Assert.That(last.Guardrails[0].Outcome == WatchOutcome.Alarm, Is.EqualTo(verdict == NightVerdict.Alarm), last.Guardrails[0].Why);
        }
    }

    [Test]
    public async Task Without_a_champion_a_fall_is_found_by_ranks()
    {
        using JudgedNights nights = new(Rows) { Champion = null };
        Night last = null!;
        for (var night = 1; night <= 45; night++)
            last = await nights.NightAsync(Answers(night > 30 ? 20 : 0), Reworded);

        Assert.That(last.Verdict, Is.EqualTo(NightVerdict.Alarm), last.Guardrails[0].Why);
        Assert.That(last.Onset!.Night, Is.InRange(28, 33));
    }

    [Test]
    public async Task An_outage_leaves_no_evidence()
    {
        using JudgedNights nights = new(Rows);
        for (var i = 0; i < 4; i++)
            await nights.NightAsync(Answers(0), Reworded);
        nights.Stops = [new RunStop(StopCause.Endpoint, JudgedNights.Production, "401.")];

        var outage = await nights.NightAsync(Answers(180), Reworded);
        nights.Stops = null;
        var after = await nights.NightAsync(Answers(0), Reworded);

        Assert.That((outage.Verdict, outage.Why), Is.EqualTo((NightVerdict.Invalid, "Outage: 401.")));
        Assert.That((after.Verdict, after.Number), Is.EqualTo((NightVerdict.Quiet, 6)));
        Assert.That(nights.History.Past().Variations[("s0", 0)].IsAnew, Is.True);
    }

    [Test]
    public async Task A_score_that_is_missing_too_often_makes_the_night_invalid()
    {
        using JudgedNights nights = new(Rows) { Rules = [JudgedNights.Guardrail("no-such-metric", new Margin(0.02, IsRelative: false))] };

        var night = await nights.NightAsync(Answers(0), Reworded);

        Assert.That(night.Why, Does.Contain("The run has no metric 'no-such-metric'"));
    }

    private Func<string, int, bool> Answers(int lost)
    {
        var flickering = Enumerable.Range(0, 2 * Noisy).Select(_ => random.NextDouble() < 0.5).ToArray();
        return (pipeline, row) => row < Noisy ? flickering[row + (pipeline == JudgedNights.Production ? Noisy : 0)] : pipeline != JudgedNights.Production || row < Rows - lost;
    }

    private ulong Reworded(string pipeline, int row) => ++words;
}
