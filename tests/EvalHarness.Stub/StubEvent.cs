using System.Text.Json.Nodes;

namespace EvalHarness.Stub;

/// <summary>A server-sent event.</summary>
public sealed record StubEvent(string Data, string? Name = null)
{
    public static StubEvent Done { get; } = new("[DONE]");

    public static StubEvent Json(JsonNode data, string? name = null) => new(data.ToJsonString(), name);

    public override string ToString() => Name is null ? $"data: {Data}\n\n" : $"event: {Name}\ndata: {Data}\n\n";
}
