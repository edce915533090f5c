namespace EvalHarness.Pipelines.Endpoints;

/// <summary>The calls that one attempt at an answer makes, and which repetition they serve.</summary>
/// <remarks>Handed down with the stage clock, through <see cref="CallLogOptions"/> where a call goes through a chat client or an embedding generator.</remarks>
/// <param name="repeat">From 0; <see cref="WarmUp"/> for a call that does not count.</param>
/// <param name="deadline">Stands still while a call waits; absent where nobody set one.</param>
public sealed class CallLog(int repeat = 0, SampleDeadline? deadline = null)
{
    /// <summary>The repetition of a call that does not count.</summary>
    public const int WarmUp = -1;

    private readonly Lock gate = new();
    private readonly List<ModelCall> calls = [];
    private readonly CallLog? whole;

    private CallLog(CallLog whole)
        : this(whole.Repeat, whole.Deadline) => this.whole = whole;

    /// <summary>Part of the response cache's key: repetitions are answered one by one.</summary>
    public int Repeat => repeat;

    /// <summary>Whether the calls are made to warm up: the response cache has no part in them.</summary>
    public bool IsWarmUp => repeat == WarmUp;

    public IReadOnlyList<ModelCall> Calls
    {
        get
        {
            lock (gate)
                return [.. calls];
        }
    }

    /// <summary>Waiting for the harness's own limits so far.</summary>
    public TimeSpan Queued => Sum(c => c.Queued);

    /// <summary>Failed tries and back-off so far.</summary>
    public TimeSpan Lost => Sum(c => c.LostTime);

    /// <summary>What calls took when they were made, for those that the cache answered.</summary>
    public TimeSpan Cached => Sum(c => c.FromCache ? c.ServiceTime : TimeSpan.Zero);

    private SampleDeadline? Deadline => deadline;

    public void Add(ModelCall call)
    {
        lock (gate)
            calls.Add(call);
        whole?.Add(call);
    }

    /// <summary>A log of its own for a part of the calls, which stand in this one too.</summary>
    public CallLog Part() => new(this);

    /// <summary>Until it is disposed, a call waits for the harness's own limits: the sample's deadline stands still.</summary>
    public IDisposable Wait()
    {
        deadline?.Pause();
        return new Waiting(deadline);
    }

    private TimeSpan Sum(Func<ModelCall, TimeSpan> part)
    {
        lock (gate)
            return calls.Aggregate(TimeSpan.Zero, (sum, call) => sum + part(call));
    }

    private sealed class Waiting(SampleDeadline? deadline) : IDisposable
    {
        private int ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref ended, 1) == 0)
                deadline?.Resume();
        }
    }
}
