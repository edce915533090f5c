using EvalHarness.Experiments.Freshness;

namespace EvalHarness.Tests.Experiments.Freshness;

internal sealed class LagSummaryTests
{
    [Test]
    public void Lags_that_were_not_seen_to_end_are_longer_than_every_that_was()
    {
        var summary = LagSummary.Of("rag", [Fresh(3), Fresh(1), Fresh(2), Censored(60), Censored(30), LeftOut()]);

        Assert.That((summary.Measured, summary.Censored, summary.LeftOut, summary.ShortestWait), Is.EqualTo((5, 2, 1, 30.0)));
        Assert.That(summary.P50.Value, Is.EqualTo(3));
        Assert.That((summary.P95.Value, summary.Longest), Is.EqualTo(((double?)null, (double?)null)));
        Assert.That(summary.P50WhereFresh.Value, Is.EqualTo(2));
    }

    [Test]
    public void An_interval_has_the_ends_that_so_many_facts_allow()
    {
        var few = LagSummary.Of("rag", [.. Enumerable.Range(1, 4).Select(i => Fresh(i))]);
        var many = LagSummary.Of("rag", [.. Enumerable.Range(1, 20).Select(i => Fresh(i)), .. Enumerable.Range(1, 5).Select(_ => Censored(60))]);

        Assert.That((few.P50.Low, few.P50.High), Is.EqualTo(((double?)null, (double?)null)));
        Assert.That(few.Longest, Is.EqualTo(4));

        // Ranks 8 and 18 of 25.
        Assert.That((many.P50.Value, many.P50.Low, many.P50.High), Is.EqualTo((13.0, 8.0, 18.0)));
        Assert.That((many.P95.Low, many.P95.High), Is.EqualTo(((double?)60, (double?)null)));
    }

    [Test]
    public void Nothing_measured_is_no_lag_of_nothing()
    {
        LagQuantile nothing = new(null, null, null);

        var summary = LagSummary.Of("rag", [LeftOut()]);

        Assert.That(summary, Is.EqualTo(new LagSummary("rag", 0, 0, 1, null, nothing, nothing, null, nothing)));
    }

    private static FreshnessProbe Fresh(double seconds) => new("rag", "s", ProbeStatus.Fresh, TimeSpan.FromSeconds(seconds), null, 1, "");

    private static FreshnessProbe Censored(double seconds) => new("rag", "s", ProbeStatus.Censored, TimeSpan.FromSeconds(seconds), null, 1, "no fresh answer yet");

    private static FreshnessProbe LeftOut() => new("rag", "s", ProbeStatus.AlreadyFresh, null, null, 0, "fresh before");
}
