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
        var start = instructions.IndexOf('{', StringComparison.Ordinal);
        if (start < 0 || Schema(instructions[start..]) is not { } schema || !schema.TryGetProperty("properties", out var properties))
            return new ReplyForm([], []);
        return new ReplyForm(Values(properties, "category"), Values(properties, "priority"));
    }

    private static JsonElement? Schema(string text)
    {
        try
        {
            var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
            return JsonElement.TryParseValue(ref json, out var element) ? element : null;
        }
        catch (JsonException)
        {
            // The brace belonged to a sentence.
            return null;
        }
    }

    private static IReadOnlyList<string> Values(JsonElement properties, string name) =>
        properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(name, out var property) && property.TryGetProperty("enum", out var values)
            ? [.. values.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)]
            : [];
}
