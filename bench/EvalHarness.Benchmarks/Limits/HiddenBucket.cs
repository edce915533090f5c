using System.Net;

namespace EvalHarness.Benchmarks.Limits;

/// <summary>An endpoint that takes so many calls per second, and does not say how many.</summary>
internal sealed class HiddenBucket(HiddenLimit limit, TimeProvider time) : HttpMessageHandler
{
    private readonly Lock gate = new();
    private readonly long made = time.GetTimestamp();
    private double tokens = limit.Burst;
    private TimeSpan filled;
    private int served;
    private int refused;

    /// <summary>Calls served and refused since the last time of asking.</summary>
    public (int Served, int Refused) Take()
    {
        lock (gate)
        {
            var counts = (served, refused);
            (served, refused) = (0, 0);
            return counts;
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isServed = IsServed();
        await Task.Delay(isServed ? limit.Latency : TimeSpan.FromMilliseconds(5), time, cancellationToken);
        if (isServed)
            return new HttpResponseMessage(HttpStatusCode.OK);
        var refusal = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Content = new StringContent("slow down") };
        if (limit.SaysWhen)
            refusal.Headers.Add("Retry-After", "1");
        return refusal;
    }

    private bool IsServed()
    {
        lock (gate)
        {
            var now = time.GetElapsedTime(made);
            tokens = Math.Min(limit.Burst, tokens + ((now - filled).TotalSeconds * limit.PerSecond));
            filled = now;
            var isServed = tokens >= 1;
            if (isServed)
                (tokens, served) = (tokens - 1, served + 1);
            else
                refused++;
            return isServed;
        }
    }
}
