using System.Diagnostics;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Pipelines;

/// <summary>The one clock of an attempt; started by the runner when a pipeline is called, read by nobody else.</summary>
/// <remarks>A stage that is timed twice adds up. Stages may nest or overlap; they need not sum to the total. Queueing, failed tries and back-off inside a stage are not its time; a cached call enters with what it took originally.</remarks>
/// <param name="repeat">Which of the planned repetitions, from 0.</param>
/// <param name="deadline">Stands still while a call waits for the harness's own limits.</param>
public sealed class StageClock(TimeProvider time, int repeat = 0, SampleDeadline? deadline = null)
{
    private readonly long started = time.GetTimestamp();
    private readonly Lock gate = new();
    private readonly Dictionary<string, TimeSpan> stages = new(StringComparer.Ordinal);

    /// <summary>Which calls were made to endpoints.</summary>
    public CallLog Calls { get; } = new(repeat, deadline);

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
        using var span = Span(stage);
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
        using var span = Span(stage);
        var begun = time.GetTimestamp();
        var foreign = Foreign;
        try
        {
            return await work();
        }
        finally
        {
            Add(stage, time.GetElapsedTime(begun) - (Foreign - foreign));
        }
    }

    /// <summary>A stage that a service timed itself.</summary>
    public void Record(Stage stage, TimeSpan duration) => Add(stage, duration);

    private static Activity? Span(Stage stage) => HarnessTelemetry.Source.StartActivity($"stage {stage.Name}");

    private TimeSpan Foreign => Calls.Queued + Calls.Lost - Calls.Cached;

    private void Add(Stage stage, TimeSpan duration)
    {
        lock (gate)
            stages[stage.Name] = stages.GetValueOrDefault(stage.Name) + duration;
    }
}
