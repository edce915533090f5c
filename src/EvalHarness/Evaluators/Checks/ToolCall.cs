using System.Text.Json;
using System.Text.Json.Nodes;

namespace EvalHarness.Evaluators.Checks;

/// <summary>A tool and what it is called with.</summary>
internal sealed record ToolCall(string Name, JsonNode? Arguments)
{
    /// <returns>Absent when there is no name.</returns>
    public static ToolCall? Read(JsonElement call, string name, string arguments) =>
        JsonFields.Find(call, name) is { ValueKind: JsonValueKind.String } tool ? new ToolCall(tool.GetString()!, Node(JsonFields.Find(call, arguments))) : null;

    // Some providers hand arguments over as a text that holds JSON; no arguments are an empty object.
    private static JsonNode? Node(JsonElement? arguments) => arguments switch
    {
        null => new JsonObject(),
        { ValueKind: JsonValueKind.String } text when LenientJson.ReadStrict(text.GetString()!) is { } inner => JsonSerializer.SerializeToNode(inner),
        { } value => JsonSerializer.SerializeToNode(value),
    };
}
