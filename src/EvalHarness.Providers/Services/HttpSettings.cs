using System.Text.Json.Nodes;

namespace EvalHarness.Providers.Services;

/// <summary>A service that answers, as the experiment file has it: its request, and where in its reply things stand.</summary>
public sealed record HttpSettings
{
    public string Kind { get; init; } = HttpPipelineFactory.HttpKind;

    /// <summary>Says when the service changed: nothing else does.</summary>
    public required string Version { get; init; }

    /// <summary>A name under the experiment's <c>endpoints:</c>; absent for an endpoint of the service's own.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Absolute, or below the endpoint's URL; placeholders in it are percent-encoded.</summary>
    public required string Url { get; init; }

    /// <summary><c>POST</c>, <c>GET</c> or <c>PUT</c>.</summary>
    public string Method { get; init; } = "POST";

    /// <summary><c>${NAME}</c> in a value is an environment variable.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>JSON with placeholders in its texts; absent for <c>GET</c>.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>Present when the service streams.</summary>
    public StreamSettings? Stream { get; init; }

    public required ReplyPaths Reply { get; init; }

    /// <summary>The name in the price table, in place of the model that the service names.</summary>
    public string? PriceAs { get; init; }
}
