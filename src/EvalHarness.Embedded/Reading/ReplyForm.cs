using System.Text;
using System.Text.Json;

namespace EvalHarness.Embedded.Reading;

/// <summary>The values that a reply's fields may take, as the JSON Schema in the instructions has them.</summary>
/// <param name="Categories">Empty when the instructions hold no schema.</param>
/// <param name="Priorities">From the least to the most pressing, as a schema lists them.</param>
internal sealed record ReplyForm(IReadOnlyList<string> Categories, IReadOnlyList<string> Priorities)
{
    public static ReplyForm From(string instructions)
    {
        for (var start = instructions.IndexOf('{', StringComparison.Ordinal); start >= 0; start = instructions.IndexOf('{', start + 1))
            if (Schema(instructions[start..]) is { } properties)
                return new ReplyForm(Values(properties, "category"), Values(properties, "priority"));
        return new ReplyForm([], []);
    }

    // The properties of the schema that begins the text; nothing when the brace belongs to something else.
    private static JsonElement? Schema(string text)
    {
        try
        {
            var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
            return JsonElement.TryParseValue(ref json, out var schema)
                && schema.Value.TryGetProperty("properties", out var properties)
                && properties.ValueKind == JsonValueKind.Object ? properties : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IReadOnlyList<string> Values(JsonElement properties, string name) =>
        properties.TryGetProperty(name, out var property) && property.ValueKind == JsonValueKind.Object
        && property.TryGetProperty("enum", out var values) && values.ValueKind == JsonValueKind.Array
            ? [.. values.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)]
            : [];
}
