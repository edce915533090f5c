using System.Text.Json.Nodes;

namespace EvalHarness.Diagnosis;

/// <summary>A field of a structured answer that has one of a few values.</summary>
/// <param name="Values">As JSON texts: <c>"low"</c>, <c>true</c>; at most <see cref="MostValues"/>.</param>
public sealed record EnumField(string Name, IReadOnlyList<string> Values)
{
    /// <summary>An enum with more values lists things, not classes: a confusion table of it says nothing.</summary>
    public const int MostValues = 100;

    /// <summary>The properties of an answer schema's top level that have an <c>enum</c>, or are true or false.</summary>
    /// <param name="schema">A valid schema as text; absent when any text will do.</param>
    public static IReadOnlyList<EnumField> In(string? schema) =>
        schema is not null && JsonNode.Parse(schema) is JsonObject root && root["properties"] is JsonObject properties
            ? [.. properties.Select(p => new EnumField(p.Key, ValuesOf(p.Value))).Where(f => f.Values.Count is > 0 and <= MostValues)]
            : [];

    private static IReadOnlyList<string> ValuesOf(JsonNode? property) => property switch
    {
        JsonObject { } field when field["enum"] is JsonArray values => [.. values.Select(v => v?.ToJsonString() ?? "null")],
        JsonObject { } field when field["type"] is JsonValue type && type.TryGetValue<string>(out var name) && name == "boolean" => ["true", "false"],
        _ => [],
    };
}
