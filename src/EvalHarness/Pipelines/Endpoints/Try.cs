using System.Text.Json.Serialization;

namespace EvalHarness.Pipelines.Endpoints;

/// <summary>One try of a call.</summary>
/// <param name="Waited">Back-off before it.</param>
/// <param name="Status">The HTTP status, or <c>ok</c>, <c>timeout</c>, <c>reset</c>, <c>truncated</c>, <c>unreadable</c>, <c>unreachable</c>, <c>cancelled</c>.</param>
/// <param name="Reason">What the endpoint or the network said; absent for a try that succeeded.</param>
public sealed record Try(DateTimeOffset StartedAt, TimeSpan Waited, TimeSpan Duration, string Status, string? Reason)
{
    /// <summary>The status of a try that succeeded.</summary>
    public const string Succeeded = "ok";

    /// <summary>It failed while the endpoint may have worked on it, or after it had: it may be billed, and nobody knows how much.</summary>
    [JsonIgnore]
    public bool MayBeBilled => Status is "timeout" or "truncated" or "cancelled" or "reset" or "unreadable";
}
