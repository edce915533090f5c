using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Runs;

/// <summary>The two latencies of an attempt, and what of its time belongs to neither.</summary>
/// <param name="Service">The pipeline's own work and the successful try of each call; a cached call with what it took originally.</param>
/// <param name="Felt">The same with failed tries and back-off.</param>
/// <param name="Queued">Waiting for the harness's own limits.</param>
public sealed record CallLatency(TimeSpan Service, TimeSpan Felt, TimeSpan Queued)
{
    /// <param name="limit">Of a timeout: it enters with at least this.</param>
    public static CallLatency Of(TimeSpan elapsed, IReadOnlyList<ModelCall> calls, TimeSpan? limit)
    {
        var (queued, lost, cached) = (Sum(calls, c => c.Queued), Sum(calls, c => c.LostTime), Sum(calls, c => c.FromCache ? c.ServiceTime : TimeSpan.Zero));
        var worked = elapsed - queued + cached;
        if (limit is { } waited)
            return new CallLatency(Longer(worked, waited), Longer(worked, waited), queued);

        // Calls side by side wait at the same time: the sum may be more than there was, but no sample is quicker than its slowest call.
        var slowest = calls.Select(c => c.ServiceTime).DefaultIfEmpty().Max();
        var service = Longer(worked - lost, slowest);
        return new CallLatency(service, Longer(worked, service), queued);
    }

    private static TimeSpan Sum(IReadOnlyList<ModelCall> calls, Func<ModelCall, TimeSpan> part) =>
        calls.Aggregate(TimeSpan.Zero, (sum, call) => sum + part(call));

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
