namespace EvalHarness.Pipelines.Endpoints;

/// <summary>A limit of an endpoint that the harness learned.</summary>
/// <param name="Limit"><c>concurrency</c> (calls in flight) or <c>rate</c> (calls per second).</param>
/// <param name="From">Absent when there was none.</param>
/// <param name="To">Absent when there is none any more.</param>
public sealed record LimitChange(DateTimeOffset At, string Limit, double? From, double? To, string Reason)
{
    /// <summary>The endpoint's name in the experiment; empty while only one is spoken of.</summary>
    public string Endpoint { get; init; } = "";
}
