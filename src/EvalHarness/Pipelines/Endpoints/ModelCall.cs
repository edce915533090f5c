using System.Text.Json.Serialization;

namespace EvalHarness.Pipelines.Endpoints;

/// <summary>A call to an endpoint: every try of it, and what it used.</summary>
public sealed record ModelCall
{
    /// <summary><c>chat</c>, <c>embedding</c>, <c>rerank</c> or <c>service</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The endpoint's name in the experiment.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The model as the price table names it.</summary>
    public string? Model { get; init; }

    /// <summary>Absent when the endpoint does not say, or no reply came.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>Answered by the response cache: nothing was spent, and <see cref="ServiceTime"/> is that of the original call.</summary>
    public bool FromCache { get; init; }

    /// <summary>Waiting for the harness's own limits.</summary>
    public TimeSpan Queued { get; init; }

    /// <summary>The successful try alone; of a call that failed its last try.</summary>
    public TimeSpan ServiceTime { get; init; }

    /// <summary>Failed tries and back-off: what the successful try came after.</summary>
    public TimeSpan LostTime { get; init; }

    /// <summary>From the start of the successful try to its first token; absent without streaming.</summary>
    public TimeSpan? FirstToken { get; init; }

    /// <summary>Empty for a hit of the cache.</summary>
    public IReadOnlyList<Try> Tries { get; init; } = [];

    /// <summary>Its last try failed: what it used, only a reply that came all the same can tell.</summary>
    [JsonIgnore]
    public bool HasFailed => Tries is [.., { Status: not Try.Succeeded }];

    /// <summary>One of its tries may be billed, and nobody knows how much.</summary>
    [JsonIgnore]
    public bool MayBeBilled => Tries.Any(t => t.MayBeBilled);

    /// <summary>One of its tries may be billed, and <see cref="Usage"/>, which is the last one's, does not tell how much.</summary>
    [JsonIgnore]
    public bool MayBeBilledMore => Tries.SkipLast(Usage is null ? 0 : 1).Any(t => t.MayBeBilled);
}
