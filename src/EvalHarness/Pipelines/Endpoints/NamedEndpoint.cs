namespace EvalHarness.Pipelines.Endpoints;

/// <summary>An endpoint under the name that the experiment gives it; pipelines that use one name share its limits.</summary>
public sealed record NamedEndpoint(string Name, EndpointOptions Options)
{
    private static readonly Dictionary<string, EndpointOptions> WellKnown = new(StringComparer.Ordinal)
    {
        ["openai"] = new EndpointOptions { Provider = "openai", KeyEnv = "OPENAI_API_KEY" },
        ["anthropic"] = new EndpointOptions { Provider = "anthropic", KeyEnv = "ANTHROPIC_API_KEY" },
    };

    /// <summary>An endpoint by name; <c>openai</c> and <c>anthropic</c> are known without an entry.</summary>
    public static NamedEndpoint? Find(string name, IReadOnlyDictionary<string, EndpointOptions> endpoints) =>
        (endpoints.GetValueOrDefault(name) ?? WellKnown.GetValueOrDefault(name)) is { } options ? new NamedEndpoint(name, options) : null;

    /// <summary>What of it can change an answer: where it is and what it is sent besides the call.</summary>
    public string ContentHash => Inputs.ContentHash.Of([Options.Provider, Options.Url ?? "", Options.ApiVersion ?? "", .. Options.Headers.OrderBy(h => h.Key, StringComparer.Ordinal).SelectMany(h => new[] { h.Key, h.Value })]);
}
