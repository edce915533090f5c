using System.Text.Json.Serialization;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Pipelines;

/// <summary>One sample through one pipeline once.</summary>
public sealed record Trace
{
    /// <summary>The work item's identity.</summary>
    public required string WorkItem { get; init; }

    public required string Pipeline { get; init; }

    public required string SampleId { get; init; }

    /// <summary>Which of the planned repetitions, from 0.</summary>
    public int Repeat { get; init; }

    /// <summary>Which try of the same work item, from 0; a retry supersedes the attempts before it.</summary>
    public int Attempt { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Absent exactly when <see cref="Error"/> is present.</summary>
    public Answer? Answer { get; init; }

    public TraceError? Error { get; init; }

    /// <summary>The pipeline's own work and the successful try of each call; of a timeout at least its limit.</summary>
    public TimeSpan ServiceLatency { get; init; }

    /// <summary>With retries and back-off, under an arrival rate from the intended start: what a user waits.</summary>
    public TimeSpan FeltLatency { get; init; }

    /// <summary>Whether the latencies are those of the system: a recording may not say.</summary>
    [JsonIgnore]
    public bool HasLatency => Error?.Kind != TraceError.Recorded && Answer is not { IsRecorded: true, RecordedLatency: null };

    /// <summary>Waiting for the harness itself: in neither latency.</summary>
    public TimeSpan QueueTime { get; init; }

    /// <summary>Calls to endpoints with every try; empty for a pipeline that makes none, or does not say.</summary>
    public IReadOnlyList<ModelCall> Calls { get; init; } = [];

    /// <summary>Under an arrival rate, when the call should have begun: felt latency counts from here.</summary>
    public DateTimeOffset? IntendedAt { get; init; }

    /// <summary>The W3C trace context of its span; absent when nobody listened.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Time by stage name.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Stages { get; init; } = new Dictionary<string, TimeSpan>();
}
