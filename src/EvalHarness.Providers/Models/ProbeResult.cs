namespace EvalHarness.Providers.Models;

/// <summary>What one tiny call to a model showed.</summary>
/// <param name="Endpoint">Its name in the experiment.</param>
/// <param name="Model">The name that was asked for.</param>
public sealed record ProbeResult(string Endpoint, string Model)
{
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
}
