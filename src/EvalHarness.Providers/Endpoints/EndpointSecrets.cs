using EvalHarness.Inputs;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Providers.Endpoints;

/// <summary>What an endpoint is sent that nobody else may see: the key, the headers that hold environment variables, and what its pipelines add; read once, when first used.</summary>
internal sealed class EndpointSecrets(NamedEndpoint endpoint)
{
    private readonly Lazy<ConfiguredHeaders> headers = new(() => new ConfiguredHeaders(endpoint));
    private readonly Lock gate = new();
    private readonly HashSet<string> added = new(StringComparer.Ordinal);
    private Excerpt? excerpt;

    /// <exception cref="InputException">An environment variable is not set.</exception>
    public ConfiguredHeaders Headers => headers.Value;

    /// <summary>What may be shown of a text that the endpoint sent.</summary>
    public Excerpt Excerpt
    {
        get
        {
            lock (gate)
                return excerpt ??= new Excerpt([.. Headers.Secrets, .. Key is { } key ? new[] { key } : [], .. added]);
        }
    }

    public string? Key => endpoint.Options.KeyEnv is { } name ? EnvironmentText.Own.Value(name) : null;

    /// <summary>From here on these are hidden too: an endpoint may serve several pipelines, and repeat to one what another sent.</summary>
    public void Add(IEnumerable<string> secrets)
    {
        lock (gate)
        {
            added.UnionWith(secrets);
            excerpt = null;
        }
    }

    /// <summary>The key; absent when the endpoint needs none.</summary>
    /// <exception cref="InputException">The environment variable that should hold it is not set.</exception>
    public string? RequiredKey()
    {
        if (endpoint.Options.KeyEnv is not { } name)
            return null;
        return Key ?? throw new InputException(new InputProblem($"endpoint '{endpoint.Name}'", $"the environment variable {name} is not set", $"Put the key in it: export {name}=…"));
    }
}
