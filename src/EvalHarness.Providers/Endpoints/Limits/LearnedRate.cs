namespace EvalHarness.Providers.Endpoints.Limits;

/// <summary>How many calls per second an endpoint takes, learned from its refusals.</summary>
/// <remarks>
/// Limiting calls in flight cannot hold a rate where few calls make it up: between one and two in flight lies a factor of two.
/// A token bucket is empty when it refuses, so between two refusals it let through exactly what it was filled with: that is the rate (exact for a bucket that did not overflow,
/// else too low). After each refusal calls are spaced by it; after each round of successes the rate grows, the more the longer nothing was refused, until the next refusal tells it again.
/// </remarks>
internal sealed class LearnedRate
{
    private const double Kept = 0.97;
    private const double Floor = 0.5;
    private const double Growth = 0.005;
    private const double ShortestMeasure = 0.1;
    private const int EnoughToMeasure = 3;
    private const int Round = 10;
    private static readonly TimeSpan ShortestRound = TimeSpan.FromSeconds(1);

    private readonly List<long> refused = [];
    private Admitted? mark;
    private TimeSpan cutAt;
    private TimeSpan roundBegan;
    private int successes;
    private int held;
    private int cleanRounds;

    /// <summary>Absent as long as nothing was refused.</summary>
    public double? PerSecond { get; private set; }

    /// <summary>When the next call may begin.</summary>
    public TimeSpan Next { get; private set; }

    public void Began(TimeSpan now)
    {
        mark ??= new Admitted(0, now);
        if (PerSecond is not { } rate)
            return;
        var distance = TimeSpan.FromSeconds(1 / rate);
        if (now - Next < distance / 4)
            held++;
        Next = Spacing.After(Next, now, distance);
    }

    /// <summary>Whether the rate rose.</summary>
    public bool Succeeded(Admitted call, TimeSpan now)
    {
        if (PerSecond is null || call.At < cutAt || ++successes < Round || now - roundBegan < ShortestRound)
            return false;
        // Where something else held calls back, nothing was learned of the rate.
        var rises = held >= successes / 2;
        (successes, held, roundBegan) = (0, 0, now);
        if (rises)
            PerSecond *= 1 + (Growth * ++cleanRounds);
        return rises;
    }

    /// <summary>Every refusal is counted, also those of an episode already dealt with.</summary>
    public void Refused(Admitted call) => refused.Add(call.Number);

    /// <summary>Begins anew, with no rate.</summary>
    public void Forget()
    {
        refused.Clear();
        (mark, PerSecond, Next) = (null, null, TimeSpan.Zero);
        (successes, held, cleanRounds) = (0, 0, 0);
    }

    public void Cut(Admitted call, TimeSpan now)
    {
        var (number, at) = mark ?? call;
        var seconds = Math.Max((call.At - at).TotalSeconds, ShortestMeasure);
        var taken = call.Number - number - refused.Count(r => r > number && r <= call.Number);
        var before = PerSecond ?? Math.Max(taken, 1) / seconds;
        PerSecond = Math.Clamp(taken / seconds, before * Floor, before * Kept);
        if (taken >= EnoughToMeasure)
            (mark, _) = (call, refused.RemoveAll(r => r <= call.Number));
        (cutAt, roundBegan) = (now, now);
        (successes, held, cleanRounds) = (0, 0, 0);
        Next = now + TimeSpan.FromSeconds(1 / PerSecond.Value);
    }
}
