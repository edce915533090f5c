using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Providers.Endpoints.Limits;

/// <summary>Lets tries through to one endpoint, whichever pipeline makes them: in turn, as many at once and as fast as its limits allow.</summary>
internal sealed class Admission
{
    private readonly TimeProvider time;
    private readonly long made;
    private readonly Lock gate = new();
    private readonly ConcurrencyGate lane = new(1);
    private readonly ConcurrencyGate permits;
    private readonly AdaptiveLimits? adaptive;
    private readonly MinuteLimit? calls;
    private readonly MinuteLimit? tokens;
    private readonly List<LimitChange> changes = [];
    private long admitted;

    public Admission(LimitOptions options, bool isAdaptive, TimeProvider time)
    {
        (this.time, made) = (time, time.GetTimestamp());
        adaptive = isAdaptive ? new AdaptiveLimits((limit, from, to, reason) => changes.Add(new LimitChange(time.GetUtcNow(), limit, from, to, reason))) : null;
        permits = new ConcurrencyGate(options.Concurrency ?? adaptive?.Concurrency ?? int.MaxValue);
        calls = options.Rpm is { } rpm ? new MinuteLimit(rpm) : null;
        tokens = options.Tpm is { } tpm ? new MinuteLimit(tpm) : null;
    }

    /// <summary>What was learned, in order.</summary>
    public IReadOnlyList<LimitChange> Changes
    {
        get
        {
            lock (gate)
                return [.. changes];
        }
    }

    private TimeSpan Now => time.GetElapsedTime(made);

    /// <exception cref="OperationCanceledException">The wait was given up; nothing is held.</exception>
    public async Task<Admitted> EnterAsync(int tokenCount, CancellationToken cancellationToken)
    {
        // One at a time is next, so that a limit that tightens holds for all who wait.
        await lane.EnterAsync(cancellationToken);
        try
        {
            await permits.EnterAsync(cancellationToken);
            return await InTimeAsync(tokenCount, cancellationToken);
        }
        finally
        {
            lane.Leave();
        }
    }

    public void Leave() => permits.Leave();

    public void Succeeded(Admitted call) => Tell(a => a.Succeeded(call, Now));

    public void Refused(Admitted call, Failure failure, TimeSpan longestPause) => Tell(a => a.Refused(call, Now, failure.Status, failure.RetryAfter is { } wait && wait > longestPause ? longestPause : failure.RetryAfter));

    /// <summary>So many tokens were used; the estimate was another.</summary>
    public void Used(int estimate, long actual)
    {
        lock (gate)
            tokens?.Correct(actual - estimate);
    }

    private async Task<Admitted> InTimeAsync(int tokenCount, CancellationToken cancellationToken)
    {
        try
        {
            while (Wait() is { Ticks: > 0 } wait)
                await Task.Delay(wait, time, cancellationToken);
            return Begin(tokenCount);
        }
        catch (OperationCanceledException)
        {
            permits.Leave();
            throw;
        }
    }

    private TimeSpan Wait()
    {
        lock (gate)
        {
            TimeSpan?[] nexts = [adaptive?.Next, calls?.Next, tokens?.Next];
            // Timers count whole milliseconds.
            return TimeSpan.FromMilliseconds(Math.Ceiling(((nexts.Max() ?? TimeSpan.Zero) - Now).TotalMilliseconds));
        }
    }

    private Admitted Begin(int tokenCount)
    {
        lock (gate)
        {
            var now = Now;
            adaptive?.Began(now, permits.Inside);
            calls?.Use(1, now);
            tokens?.Use(tokenCount, now);
            return new Admitted(++admitted, now);
        }
    }

    private void Tell(Action<AdaptiveLimits> what)
    {
        if (adaptive is null)
            return;
        lock (gate)
        {
            what(adaptive);
            permits.Resize(adaptive.Concurrency);
        }
    }
}
