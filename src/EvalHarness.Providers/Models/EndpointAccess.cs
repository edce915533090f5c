using EvalHarness.Inputs;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Providers.Models;

/// <summary>What an endpoint is sent that stands in environment variables: its key and its headers. Only names go into messages.</summary>
public static class EndpointAccess
{
    // Servers without keys (vLLM, llama.cpp, Ollama) ignore it; the SDKs refuse to have none.
    private const string NoKey = "none";

    public static string Key(EndpointOptions options) => (options.KeyEnv is { } name ? EnvironmentText.Own.Value(name) : null) ?? NoKey;

    public static IReadOnlyDictionary<string, string> Headers(EndpointOptions options) =>
        options.Headers.ToDictionary(h => h.Key, h => EnvironmentText.Own.Fill(h.Value), StringComparer.OrdinalIgnoreCase);

    /// <summary>Variables that the options name and that are not set.</summary>
    public static IEnumerable<string> Missing(EndpointOptions options)
    {
        if (options.KeyEnv is { } name && EnvironmentText.Own.Value(name) is null)
            yield return name;
        foreach (var missing in options.Headers.Values.SelectMany(EnvironmentText.Own.Missing))
            yield return missing;
    }

    public static Excerpt Excerpt(EndpointOptions options) => new([Key(options), .. options.Headers.Values.SelectMany(EnvironmentText.Own.Secrets)]);
}
