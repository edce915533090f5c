namespace EvalHarness.Providers.Endpoints.Limits;

/// <summary>Finds out whether refusals come from calling too fast: an overloaded server refuses a share of its calls at any rate.</summary>
/// <remarks>
/// At one rate the two look alike; at two they do not. A token bucket serves the same number per second however much faster than that it is called. Where a quarter fewer calls bring
/// as many fewer replies and refusals go on, slowing down only costs time. That is then left alone for a while, twice as long each time, unless a third of the calls is refused.
/// </remarks>
internal sealed class RefusalCause
{
    private const int Window = 20;
    private const int CleanStretch = 5 * Window;
    private const double Slower = 0.75;
    private const double Fewer = 0.85;
    private const double Many = 1 / 3.0;
    private const double Noise = 0.05;
    private const int LongestPatience = 3200;

    private int calls;
    private int refused;
    private int clean;
    private TimeSpan since;
    private Stretch? fast;
    private int patience = 200;
    private int left;

    /// <summary>Refusals have been found not to come from the rate.</summary>
    public bool IsElsewhere => left > 0;

    public void Began(TimeSpan now)
    {
        if (calls++ == 0)
            since = now;
        left = Math.Max(0, left - 1);
        // Refusals that have stopped need no explanation.
        if (++clean == CleanStretch)
            (calls, refused, fast) = (0, 0, null);
    }

    public void Refused() => (refused, clean) = (refused + 1, 0);

    /// <summary>Whether it has just been found that the rate is not the cause.</summary>
    public bool Judge(TimeSpan now)
    {
        if (calls < Window || now <= since)
            return false;
        var seconds = (now - since).TotalSeconds;
        var stretch = new Stretch(calls / seconds, (calls - refused) / seconds, refused / (double)calls);
        (calls, refused) = (0, 0);
        if (IsElsewhere)
            return StayOrLeave(stretch);
        if (!IsNotTheRate(stretch))
            return false;
        (left, patience, fast) = (patience, Math.Min(2 * patience, LongestPatience), null);
        return true;
    }

    private bool StayOrLeave(Stretch stretch)
    {
        left = stretch.Share < Many ? left : 0;
        return false;
    }

    private bool IsNotTheRate(Stretch now)
    {
        var before = fast ?? now;
        if (now.Rate > before.Rate || (now.Rate > Slower * before.Rate && now.Served < Slower * before.Served))
            before = now;
        fast = before;
        if (now.Rate > Slower * before.Rate)
            return false;
        fast = now;
        // A burst that the bucket had saved up looks like a high rate, served; after it far more is refused.
        return now.Served < Fewer * before.Served && now.Share < (2 * before.Share) + Noise;
    }

    /// <param name="Rate">Calls per second.</param>
    /// <param name="Served">Of those, not refused.</param>
    /// <param name="Share">Of all calls, refused.</param>
    private readonly record struct Stretch(double Rate, double Served, double Share);
}
