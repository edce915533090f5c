using System.Text.Json.Nodes;

namespace EvalHarness.Tests.Providers.Models;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Target">Path and query.</param>
internal sealed record WireRequest(string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    /// <summary>A field of the body as compact JSON; absent where it was not sent.</summary>
    public string? Field(string name) => Json.TryGetPropertyValue(name, out var value) ? value?.ToJsonString() ?? "null" : null;
}
