namespace EvalHarness.Providers.Endpoints.Limits;

/// <summary>How many calls per second an endpoint takes, learned from its refusals.</summary>
/// <remarks>
/// Limiting calls in flight cannot hold a rate where few calls make it up: between one and two in flight lies a factor of two.
/// Halved until a call or two come through; from then on each refusal takes a step down and each clean round closes part of the gap to the rate last refused, then goes beyond it
/// (binary increase: Xu, Harfoush and Rhee 2004). Steps in one direction grow. Nothing is measured by the clock: what a stalled machine did not call for would count as what the endpoint does not take.
/// </remarks>
internal sealed class LearnedRate
{
    private const double Down = 0.03;
    private const double Up = 0.005;
    private const double Gap = 0.4;
    private const double Floor = 0.5;
    private const double Used = 0.75;
    private const double ShortestMeasure = 0.1;
    private const int EnoughToFind = 2;
    private const int Round = 10;
    private static readonly TimeSpan ShortestRound = TimeSpan.FromSeconds(1);

    private TimeSpan? began;
    private TimeSpan cutAt;
    private TimeSpan roundBegan;
    private double refusedAt;
    private int calls;
    private int successes;
    private int ups;
    private int downs;

    /// <summary>Absent as long as nothing was refused.</summary>
    public double? PerSecond { get; private set; }

    /// <summary>Calls have come through at a learned rate: it is about right, and no longer halved.</summary>
    public bool IsFound { get; private set; }

    /// <summary>When the next call may begin.</summary>
    public TimeSpan Next { get; private set; }

    public void Began(TimeSpan now)
    {
        began ??= now;
        calls++;
        if (PerSecond is not { } rate)
            return;
        // Made up only where it is several calls: a bucket that holds one refuses the call that follows a late one on time.
        var distance = TimeSpan.FromSeconds(1 / rate);
        Next = Spacing.After(Next, now, distance, Spacing.Lateness - distance);
    }

    /// <summary>Whether the rate rose.</summary>
    public bool Succeeded(Admitted call, TimeSpan now)
    {
        if (PerSecond is not { } rate || call.At < cutAt)
            return false;
        IsFound |= ++successes >= EnoughToFind;
        if (successes < Round || now - roundBegan < ShortestRound)
            return false;
        // Where something else held calls back, nothing was learned of the rate.
        var rises = successes >= Used * rate * (now - roundBegan).TotalSeconds;
        (successes, roundBegan) = (0, now);
        if (!rises)
            return false;
        downs = 0;
        PerSecond = rate + Math.Max(Gap * (refusedAt - rate), rate * Up * ++ups);
        return true;
    }

    public void Cut(TimeSpan now)
    {
        refusedAt = PerSecond ?? calls / Math.Max((now - began ?? TimeSpan.Zero).TotalSeconds, ShortestMeasure);
        var rate = refusedAt * (IsFound ? Math.Max(Floor, 1 - (Down * ++downs)) : Floor);
        (PerSecond, cutAt, roundBegan) = (rate, now, now);
        (successes, ups) = (0, 0);
        Next = now + TimeSpan.FromSeconds(1 / rate);
    }

    /// <summary>Begins anew, with no rate.</summary>
    public void Forget()
    {
        (began, PerSecond, IsFound, Next) = (null, null, false, TimeSpan.Zero);
        (calls, successes, ups, downs) = (0, 0, 0, 0);
    }
}
