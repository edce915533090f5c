using EvalHarness.Pipelines.Endpoints;
using Polly;

namespace EvalHarness.Providers.Endpoints;

/// <summary>What happens to one call: its tries, its waits, its last failure.</summary>
internal sealed class CallRecord(CallIntent intent, TimeProvider time)
{
    public static readonly ResiliencePropertyKey<CallRecord> Key = new("evalharness.call");

    private readonly List<Try> tries = [];
    private DateTimeOffset startedAt;
    private long firstStart;
    private long lastStart;
    private long lastEnd;
    private TimeSpan queuedBeforeFirst;
    private TimeSpan waited;

    public CallIntent Intent => intent;

    /// <summary>Told when the call waits for a permit: the sample's deadline stands still then.</summary>
    public CallLog? Log { get; init; }

    public int Count => tries.Count;

    /// <summary>Of the try under way, or the last.</summary>
    public CallScope? Scope { get; set; }

    /// <summary>Of the last try; absent when it succeeded, or nobody understands why it failed.</summary>
    public Failure? Failure { get; private set; }

    /// <summary>Back-off before the next try, once it is decided.</summary>
    public TimeSpan NextWait { get; set; }

    public TimeSpan Queued { get; private set; }

    /// <summary>Tries and back-off so far; waiting for permits does not count.</summary>
    public TimeSpan Spent => tries.Count == 0 && Scope is null ? TimeSpan.Zero : time.GetElapsedTime(firstStart) - (Queued - queuedBeforeFirst);

    /// <summary>The back-off is over: from here the call waits for a permit.</summary>
    public long Queue()
    {
        var now = time.GetTimestamp();
        waited = tries.Count == 0 ? TimeSpan.Zero : time.GetElapsedTime(lastEnd, now);
        return now;
    }

    public void Leave(long queuedSince) => Queued += time.GetElapsedTime(queuedSince);

    public void Begin()
    {
        (lastStart, startedAt) = (time.GetTimestamp(), time.GetUtcNow());
        if (Scope is null)
            (firstStart, queuedBeforeFirst) = (lastStart, Queued);
        Scope = new CallScope(time);
    }

    public void End(string status, string? reason, Failure? failure)
    {
        lastEnd = time.GetTimestamp();
        Failure = failure;
        tries.Add(new Try(startedAt, waited, time.GetElapsedTime(lastStart, lastEnd), status, reason));
    }

    public ModelCall ToCall(string endpoint) => new()
    {
        Kind = intent.Kind,
        Endpoint = endpoint,
        Model = intent.Model ?? Scope?.Model,
        Usage = Scope?.Usage,
        Queued = Queued,
        ServiceTime = tries.Count == 0 ? TimeSpan.Zero : tries[^1].Duration,
        LostTime = tries.Count == 0 ? TimeSpan.Zero : time.GetElapsedTime(firstStart, lastStart) - (Queued - queuedBeforeFirst),
        FirstToken = Scope?.FirstTokenAfter,
        Tries = tries,
    };
}
