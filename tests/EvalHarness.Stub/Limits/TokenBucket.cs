namespace EvalHarness.Stub.Limits;

/// <summary>Lets so many requests through per second, and a burst at once.</summary>
public sealed class TokenBucket
{
    private readonly Lock gate = new();
    private readonly double perSecond;
    private readonly double burst;
    private readonly TimeProvider time;
    private double tokens;
    private long filledAt;

    /// <param name="retryAfter">Told to those who are refused; absent: nothing is told.</param>
    public TokenBucket(double perSecond, double burst, TimeProvider time, TimeSpan? retryAfter = null)
    {
        (this.perSecond, this.burst, this.time, RetryAfter) = (perSecond, burst, time, retryAfter);
        (tokens, filledAt) = (burst, time.GetTimestamp());
    }

    public TimeSpan? RetryAfter { get; }

    public bool TryTake()
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            tokens = Math.Min(burst, tokens + (perSecond * time.GetElapsedTime(filledAt, now).TotalSeconds));
            filledAt = now;
            if (tokens < 1)
                return false;
            tokens--;
            return true;
        }
    }
}
