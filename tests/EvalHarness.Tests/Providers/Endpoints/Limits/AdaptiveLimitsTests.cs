using EvalHarness.Providers.Endpoints.Limits;

namespace EvalHarness.Tests.Providers.Endpoints.Limits;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class AdaptiveLimitsTests
{
    private const int Seeds = 200;
    private readonly List<string> changes = [];
    private readonly AdaptiveLimits limits;
    private TimeSpan now = TimeSpan.FromSeconds(1);
    private long number;

    public AdaptiveLimitsTests()
    {
        limits = new AdaptiveLimits((limit, from, to, reason) => changes.Add(FormattableString.Invariant($"{limit} {from:0.##}>{to:0.##} {reason}")));
    }

    [TestCase(2, 2, 0.3)]
    [TestCase(5, 1, 0.2)]
    [TestCase(5, 5, 2)]
    [TestCase(20, 20, 0.05)]
    [TestCase(20, 5, 0.5)]
    [TestCase(50, 50, 0.3)]
    [TestCase(100, 100, 0.1)]
    [TestCase(200, 50, 0.1)]
    public void A_hidden_rate_is_reached_with_few_refusals(double perSecond, double burst, double latencySeconds)
    {
        // As the benchmark has it, too: calls that all take the same time come back, and begin again, together.
        foreach (var (saysWhen, spread) in new[] { (false, 0.2), (true, 0.2), (false, 0), (true, 0) })
        {
            var simulation = new LimitSimulation(perSecond, burst, latencySeconds, saysWhen, spread: spread);

            var (reached, refused) = simulation.Run(warmUpSeconds: 40, measuredSeconds: 60);

            Assert.That(reached, Is.GreaterThanOrEqualTo(0.85));
            Assert.That(refused, Is.LessThan(0.05));
        }
    }

    // The limits of the benchmark.
    [TestCase(2, 2, 0.3, true)]
    [TestCase(5, 1, 0.2, false)]
    [TestCase(5, 5, 2, true)]
    [TestCase(20, 20, 0.05, false)]
    [TestCase(20, 5, 0.5, true)]
    [TestCase(50, 50, 0.3, true)]
    [TestCase(100, 100, 0.1, false)]
    [TestCase(200, 50, 0.1, true)]
    public void A_hidden_rate_is_reached_on_a_machine_that_stutters(double perSecond, double burst, double latencySeconds, bool saysWhen)
    {
        var runs = Enumerable.Range(1, Seeds)
            .Select(seed => new LimitSimulation(perSecond, burst, latencySeconds, saysWhen, lateSeconds: 0.02, stallEverySeconds: 10, seed: seed))
            .Select(simulation => simulation.Run(warmUpSeconds: 40, measuredSeconds: 60))
            .ToArray();

        var (reached, refused) = (runs.Min(r => r.Reached), runs.Max(r => r.Refused));
        TestContext.Out.WriteLine(FormattableString.Invariant($"worst of {Seeds}: {reached:0.0 %} reached, {refused:0.0 %} refused"));
        Assert.That(reached, Is.GreaterThanOrEqualTo(0.85));
        Assert.That(refused, Is.LessThan(0.05));
    }

    [Test]
    public void A_bucket_of_a_minute_is_reached_once_its_few_calls_have_told_the_rate()
    {
        var simulation = new LimitSimulation(perSecond: 1, burst: 60, latencySeconds: 0.2);

        var (reached, refused) = simulation.Run(warmUpSeconds: 120, measuredSeconds: 600);

        Assert.That(reached, Is.GreaterThanOrEqualTo(0.85));
        Assert.That(refused, Is.LessThan(0.05));
    }

    // What the cut of calls in flight leaves: with a share p refused, about the square root of 5/p.
    [TestCase(0.02, 7)]
    [TestCase(0.05, 5)]
    [TestCase(0.1, 3)]
    public void Refusals_that_come_at_any_rate_do_not_slow_calls_down_further_and_further(double share, double leastInFlight)
    {
        var simulation = new LimitSimulation(perSecond: 1e6, burst: 1e6, latencySeconds: 0.5, refusedAnyway: share);

        var (reached, _) = simulation.Run(warmUpSeconds: 60, measuredSeconds: 600);

        Assert.That(reached * 1e6 * 0.5, Is.GreaterThanOrEqualTo(leastInFlight));
    }

    [TestCase(0.02)]
    [TestCase(0.05)]
    public void A_hidden_rate_is_reached_among_refusals_that_come_at_any_rate(double share)
    {
        var simulation = new LimitSimulation(perSecond: 20, burst: 20, latencySeconds: 0.3, refusedAnyway: share);

        var (reached, refused) = simulation.Run(warmUpSeconds: 100, measuredSeconds: 600);

        Assert.That(reached, Is.GreaterThanOrEqualTo(0.85));
        Assert.That(refused, Is.LessThan(share + 0.05));
    }

    [Test]
    public void A_long_way_up_is_gone_one_call_at_a_time()
    {
        var simulation = new LimitSimulation(perSecond: 100, burst: 100, latencySeconds: 1);

        var (reached, refused) = simulation.Run(warmUpSeconds: 120, measuredSeconds: 120);

        Assert.That(reached, Is.GreaterThanOrEqualTo(0.85));
        Assert.That(refused, Is.LessThan(0.05));
        Assert.That(simulation.Concurrency, Is.GreaterThan(80));
    }

    [Test]
    public void A_clean_round_of_as_many_successes_as_the_limit_adds_one()
    {
        var calls = Begin(8);
        foreach (var call in calls[..7])
            limits.Succeeded(call, now);
        Assert.That(limits.Concurrency, Is.EqualTo(8));

        limits.Succeeded(calls[7], now);

        Assert.That(limits.Concurrency, Is.EqualTo(9));
        Assert.That(changes, Is.EqualTo(new[] { "concurrency 8>9 a clean round" }));
    }

    [Test]
    public void A_limit_that_was_not_reached_does_not_grow()
    {
        for (var i = 0; i < 40; i++)
            limits.Succeeded(Begin(3)[0], now);

        Assert.That(limits.Concurrency, Is.EqualTo(8));
    }

    [Test]
    public void The_limit_is_cut_by_a_fifth_once_per_episode()
    {
        var calls = Begin(8);

        foreach (var call in calls)
            limits.Refused(call, now, "429", retryAfter: null);

        Assert.That(limits.Concurrency, Is.EqualTo(6));
        Assert.That(changes.Where(c => c.StartsWith("concurrency", StringComparison.Ordinal)), Is.EqualTo(new[] { "concurrency 8>6 refused with 429" }));
    }

    [Test]
    public void Successes_of_calls_from_before_the_cut_do_not_count_towards_a_round()
    {
        var calls = Begin(8);
        limits.Refused(calls[0], now, "529", retryAfter: null);

        foreach (var call in calls[1..7])
            limits.Succeeded(call, now);

        Assert.That(limits.Concurrency, Is.EqualTo(6));
    }

    [Test]
    public void The_limit_is_never_below_one()
    {
        var simulation = new LimitSimulation(perSecond: 0.01, burst: 1, latencySeconds: 0.01);

        simulation.Run(warmUpSeconds: 1000, measuredSeconds: 1000);

        Assert.That(simulation.Concurrency, Is.GreaterThanOrEqualTo(1));
    }

    [Test]
    public void The_limit_is_never_above_1024()
    {
        var concurrency = new AdaptiveConcurrency();
        for (var i = 0; i < 1_000_000; i++)
        {
            concurrency.Began(concurrency.Limit);
            concurrency.Succeeded();
        }

        Assert.That(concurrency.Limit, Is.EqualTo(1024));
    }

    [Test]
    public void A_rate_is_halved_until_calls_come_through()
    {
        for (var i = 0; i < 3; i++)
        {
            limits.Refused(Begin(1)[0], now, "429", retryAfter: null);
            now += TimeSpan.FromSeconds(2);
        }

        Assert.That(changes.Where(IsRate), Is.EqualTo(new[] { "rate >5 refused with 429", "rate 5>2.5 refused with 429", "rate 2.5>1.25 refused with 429" }));
    }

    [Test]
    public void Steps_down_grow_from_refusal_to_refusal()
    {
        Find();

        for (var i = 0; i < 3; i++)
        {
            now += TimeSpan.FromMilliseconds(250);
            limits.Refused(Begin(1)[0], now, "429", retryAfter: null);
        }

        // 3, 6 and 9 %.
        Assert.That(changes.Where(IsRate), Is.EqualTo(new[] { "rate 5>4.85 refused with 429", "rate 4.85>4.56 refused with 429", "rate 4.56>4.15 refused with 429" }));
    }

    [Test]
    public void A_clean_round_closes_part_of_the_gap_to_the_rate_last_refused()
    {
        Find();

        Succeed(10);

        // 0.4 of what lies between 5 and 10.
        Assert.That(changes.Where(IsRate), Is.EqualTo(new[] { "rate 5>7 a clean round" }));
    }

    [Test]
    public void A_pause_does_not_lower_the_rate()
    {
        Find();
        now += TimeSpan.FromHours(1);

        limits.Refused(Begin(1)[0], now, "429", retryAfter: null);

        Assert.That(changes.Where(IsRate), Is.EqualTo(new[] { "rate 5>4.85 refused with 429" }));
    }

    [Test]
    public void A_rate_that_calls_do_not_use_does_not_rise()
    {
        Find();
        now += TimeSpan.FromMinutes(1);

        Succeed(10);

        Assert.That(changes.Where(IsRate), Is.Empty);
    }

    [Test]
    public void A_long_retry_after_pauses_all_admissions()
    {
        limits.Refused(Begin(1)[0], now, "429", TimeSpan.FromSeconds(20));

        Assert.That(limits.Next, Is.EqualTo(now + TimeSpan.FromSeconds(20)));
    }

    [Test]
    public void A_retry_after_of_a_second_is_left_to_the_rate()
    {
        limits.Refused(Begin(1)[0], now, "429", TimeSpan.FromSeconds(1));

        Assert.That(limits.Next, Is.LessThan(now + TimeSpan.FromSeconds(1)));
    }

    private static bool IsRate(string change) => change.StartsWith("rate", StringComparison.Ordinal);

    /// <summary>Ends with a rate of 5 that has let calls through.</summary>
    private void Find()
    {
        limits.Refused(Begin(1)[0], now, "429", retryAfter: null);
        Succeed(2);
        changes.Clear();
    }

    /// <summary>One after the other, as fast as the rate of 5 allows.</summary>
    private void Succeed(int count)
    {
        for (var i = 0; i < count; i++)
        {
            now += TimeSpan.FromMilliseconds(200);
            limits.Succeeded(Begin(1)[0], now);
        }
    }

    private Admitted[] Begin(int inFlight) => [.. Enumerable.Range(1, inFlight).Select(i =>
    {
        limits.Began(now, i);
        return new Admitted(++number, now);
    })];
}
