using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Providers.Endpoints;

namespace EvalHarness.Providers.Models;

/// <summary>What one tiny call showed.</summary>
/// <param name="Endpoint">Its name in the experiment; of a program the pipeline's.</param>
/// <param name="Model">The name that was asked for; of a service its URL, of a program its command, of a store the variable with its connection.</param>
/// <param name="Kind"><c>chat</c>, <c>embedding</c>, <c>rerank</c>, <c>store</c>, <c>service</c> or <c>program</c>.</param>
public sealed record ProbeResult(string Endpoint, string Model, string Kind = "chat")
{
    // A second goes to the way, and Retry-After dates are told in seconds.
    private static readonly TimeSpan Skewed = TimeSpan.FromSeconds(5);

    /// <summary>What the reply held, in words; absent for a chat model.</summary>
    public string? Found { get; init; }

    /// <summary>What is wrong, and how to mend it where that is known; absent when the model can be used as the experiment says.</summary>
    public string? Problem { get; init; }

    /// <summary>The model that says it replied.</summary>
    public string? ReportedModel { get; init; }

    /// <summary>Of the call that succeeded.</summary>
    public TimeSpan? Latency { get; init; }

    /// <summary>The counts that the reply holds: <c>input</c>, <c>output</c>, <c>cached</c>, <c>reasoning</c>. Without the first two costs are unknown.</summary>
    public IReadOnlyList<string> UsageFields { get; init; } = [];

    public SchemaSupport? JsonSchema { get; init; }

    /// <summary>Response headers that speak of limits.</summary>
    public IReadOnlyDictionary<string, string> LimitHeaders { get; init; } = new Dictionary<string, string>();

    /// <summary>The server's clock less this machine's, to the second; absent when the server does not say.</summary>
    public TimeSpan? ClockSkew { get; init; }

    /// <summary>Whether the endpoint replied at all, be it that it refuses: what it was sent may then matter.</summary>
    internal bool WasHeard { get; init; } = true;

    internal ProbeResult With(SeenHeaders? seen) => seen is null ? this : this with { LimitHeaders = seen.Limits, ClockSkew = seen.ClockSkew };

    /// <summary>The endpoint's name stands beside the problem: it is not said twice.</summary>
    internal ProbeResult Failed(Exception exception) => this with
    {
        Problem = exception is EndpointStoppedException stopped ? stopped.Reason : Unnamed(exception.Message),
        WasHeard = exception is not EndpointException { Status: "timeout" or "unreachable" } and not EndpointStoppedException,
    };

    internal ProbeResult Failed(string problem) => this with { Problem = Unnamed(problem) };

    private string Unnamed(string message) => message.StartsWith($"{Endpoint}: ", StringComparison.Ordinal) ? message[(Endpoint.Length + 2)..] : message;

    /// <summary>What a run will lack though calls succeed, one sentence each.</summary>
    public IEnumerable<string> Missing()
    {
        if (Problem is not null)
            yield break;
        if (Kind is not ("rerank" or "store") && !UsageFields.Contains("input"))
            yield return "The reply does not say how many tokens it used: costs will be unknown.";
        if (ClockSkew is { } skew && skew.Duration() > Skewed)
            yield return FormattableString.Invariant($"The clocks are {skew.Duration().TotalSeconds:0} s apart: waits that the server asks for by date will be wrong.");
    }
}
