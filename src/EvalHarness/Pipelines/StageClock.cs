namespace EvalHarness.Pipelines;

/// <summary>The one clock of an attempt; started by the runner when a pipeline is called, read by nobody else.</summary>
/// <remarks>A stage that is timed twice adds up. Stages may nest or overlap; they need not sum to the total.</remarks>
public sealed class StageClock(TimeProvider time)
{
    private readonly long started = time.GetTimestamp();
    private readonly Lock gate = new();
    private readonly Dictionary<string, TimeSpan> stages = new(StringComparer.Ordinal);

    /// <summary>Since the pipeline was called.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(started);

    public IReadOnlyDictionary<string, TimeSpan> Stages
    {
        get
        {
            lock (gate)
                return new SortedDictionary<string, TimeSpan>(stages, StringComparer.Ordinal);
        }
    }

    public T Time<T>(Stage stage, Func<T> work)
    {
        var begun = time.GetTimestamp();
        try
        {
            return work();
        }
        finally
        {
            Add(stage, time.GetElapsedTime(begun));
        }
    }

    public async Task<T> TimeAsync<T>(Stage stage, Func<Task<T>> work)
    {
        var begun = time.GetTimestamp();
        try
        {
            return await work();
        }
        finally
        {
            Add(stage, time.GetElapsedTime(begun));
        }
    }

    private void Add(Stage stage, TimeSpan duration)
    {
        lock (gate)
            stages[stage.Name] = stages.GetValueOrDefault(stage.Name) + duration;
    }
}
