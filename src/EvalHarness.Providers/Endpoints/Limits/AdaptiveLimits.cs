namespace EvalHarness.Providers.Endpoints.Limits;

/// <summary>What an endpoint takes, found out while calling it: calls in flight, and once it has refused some, calls per second.</summary>
/// <remarks>Not for several threads at once: <see cref="Admission"/> locks. Times count from when the endpoint was made.</remarks>
internal sealed class AdaptiveLimits(Action<string, double?, double?, string> changed)
{
    // Servers that send whole seconds mean anything up to that; the learned rate knows better.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);

    private readonly AdaptiveConcurrency concurrency = new();
    private readonly LearnedRate rate = new();
    private readonly RefusalCause cause = new();
    private TimeSpan episodeBegan = TimeSpan.MinValue;
    private TimeSpan pausedUntil;

    public int Concurrency => concurrency.Limit;

    /// <summary>When the next call may begin.</summary>
    public TimeSpan Next => rate.Next > pausedUntil ? rate.Next : pausedUntil;

    public void Began(TimeSpan now, int inFlight)
    {
        concurrency.Began(inFlight);
        rate.Began(now);
        cause.Began(now);
    }

    public void Succeeded(Admitted call, TimeSpan now)
    {
        var (limit, perSecond) = (concurrency.Limit, rate.PerSecond);
        if (call.At >= episodeBegan && concurrency.Succeeded())
            changed("concurrency", limit, concurrency.Limit, "a clean round");
        if (rate.Succeeded(call, now))
            changed("rate", perSecond, rate.PerSecond, "a clean round");
    }

    public void Refused(Admitted call, TimeSpan now, string status, TimeSpan? retryAfter)
    {
        cause.Refused();
        if (retryAfter > ShortestPause && now + retryAfter > pausedUntil)
            pausedUntil = now + retryAfter.Value;
        if (call.At < episodeBegan)
            return;

        episodeBegan = now;
        CutConcurrency(status);
        var perSecond = rate.PerSecond;
        if (cause.Judge(rate.IsFound ? perSecond : null, now))
            FreeRate(perSecond);
        if (cause.IsElsewhere)
            return;
        rate.Cut(now);
        changed("rate", perSecond, rate.PerSecond, $"refused with {status}");
    }

    private void FreeRate(double? perSecond)
    {
        rate.Forget();
        changed("rate", perSecond, null, "as many calls were refused at a lower rate");
    }

    // Where the rate alone held calls back, a refusal says nothing of how many may be in flight.
    private void CutConcurrency(string status)
    {
        if (rate.PerSecond is not null && !concurrency.HasBound)
            return;
        var limit = concurrency.Limit;
        concurrency.Cut();
        if (concurrency.Limit != limit)
            changed("concurrency", limit, concurrency.Limit, $"refused with {status}");
    }
}
