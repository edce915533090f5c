namespace EvalHarness.Pipelines.Endpoints;

/// <summary>Where calls go, as the experiment's <c>endpoints:</c> has it: shared, limits included, by all pipelines that name it.</summary>
public sealed record EndpointOptions
{
    /// <summary><c>openai</c> (whatever speaks its protocol), <c>azure-openai</c>, <c>anthropic</c>, <c>http</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The base URL; the provider's own when absent.</summary>
    public string? Url { get; init; }

    /// <summary>The environment variable that holds the key; the key itself is never written anywhere.</summary>
    public string? KeyEnv { get; init; }

    /// <summary>Sent with every call; <c>${NAME}</c> in a value is an environment variable.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Azure's <c>api-version</c>.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>A plain <c>http:</c> URL is spoken to in HTTP/2 from the first byte; <c>https:</c> agrees on it by itself.</summary>
    public bool Http2 { get; init; }

    public LimitOptions Limits { get; init; } = new();

    public TryOptions Tries { get; init; } = new();
}
