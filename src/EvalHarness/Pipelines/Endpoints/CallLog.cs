namespace EvalHarness.Pipelines.Endpoints;

/// <summary>The calls that one attempt at an answer makes, and which repetition they serve.</summary>
/// <remarks>Handed down with the stage clock, through <see cref="CallLogOptions"/> where a call goes through a chat client or an embedding generator.</remarks>
public sealed class CallLog(int repeat = 0)
{
    private readonly Lock gate = new();
    private readonly List<ModelCall> calls = [];

    /// <summary>Part of the response cache's key: repetitions are answered one by one.</summary>
    public int Repeat => repeat;

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

    public void Add(ModelCall call)
    {
        lock (gate)
            calls.Add(call);
    }

    private TimeSpan Sum(Func<ModelCall, TimeSpan> part)
    {
        lock (gate)
            return calls.Aggregate(TimeSpan.Zero, (sum, call) => sum + part(call));
    }
}
