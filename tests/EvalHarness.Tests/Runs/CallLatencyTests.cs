using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Runs;

namespace EvalHarness.Tests.Runs;

public sealed class CallLatencyTests
{
    [Test]
    public void Queueing_is_in_neither_latency_and_failed_tries_only_in_the_felt_one() =>
        Assert.That(CallLatency.Of(Seconds(10), [Call(queued: 3, lost: 2, service: 4)], limit: null), Is.EqualTo(new CallLatency(Seconds(5), Seconds(7), Seconds(3))));

    [Test]
    public void A_cached_call_counts_with_what_it_took_originally() =>
        Assert.That(CallLatency.Of(Seconds(1), [Call(queued: 1, lost: 0, service: 4) with { FromCache = true }], limit: null), Is.EqualTo(new CallLatency(Seconds(4), Seconds(4), Seconds(1))));

    [Test]
    public void A_timeout_is_at_least_its_limit_however_the_time_was_lost() =>
        Assert.That(CallLatency.Of(Seconds(25), [Call(queued: 5, lost: 18, service: 2)], limit: Seconds(20)), Is.EqualTo(new CallLatency(Seconds(20), Seconds(20), Seconds(5))));

    [Test]
    public void Calls_that_wait_side_by_side_make_no_sample_quicker_than_its_slowest_call() =>
        Assert.That(CallLatency.Of(Seconds(6), [Call(queued: 4, lost: 0, service: 2), Call(queued: 4, lost: 0, service: 1)], limit: null).Service, Is.EqualTo(Seconds(2)));

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private static ModelCall Call(double queued, double lost, double service) =>
        new() { Kind = "chat", Endpoint = "main", Queued = Seconds(queued), LostTime = Seconds(lost), ServiceTime = Seconds(service) };
}
