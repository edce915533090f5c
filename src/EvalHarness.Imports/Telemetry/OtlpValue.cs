using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EvalHarness.Imports.Telemetry;

/// <summary>Attributes as OTLP's JSON writes them: <c>[{"key": …, "value": {"stringValue": …}}]</c>.</summary>
internal static class OtlpValue
{
    public static Dictionary<string, JsonNode?> Attributes(JsonElement holder)
    {
        Dictionary<string, JsonNode?> attributes = new(StringComparer.Ordinal);
        foreach (var item in List(holder, "attributes"))
            if (Text(item, "key") is { } key && item.TryGetProperty("value", out var value))
                attributes[key] = Node(value);
        return attributes;
    }

    /// <summary>The items of a list property; none when it is not there.</summary>
    public static IEnumerable<JsonElement> List(JsonElement holder, string name) =>
        holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    public static string? Text(JsonElement holder, string name) => !holder.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static JsonNode? Node(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.EnumerateObject().MoveNext())
            return null;
        var typed = value.EnumerateObject().First();
        return typed.Name switch
        {
            // 64 bits travel as text.
            "intValue" => long.TryParse(typed.Value.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null,
            "arrayValue" => new JsonArray([.. List(typed.Value, "values").Select(Node)]),
            "kvlistValue" => new JsonObject(List(typed.Value, "values").Where(p => Text(p, "key") is not null).DistinctBy(p => Text(p, "key"), StringComparer.Ordinal)
                .Select(p => KeyValuePair.Create(Text(p, "key")!, p.TryGetProperty("value", out var inner) ? Node(inner) : null))),
            "stringValue" or "doubleValue" or "boolValue" => JsonNode.Parse(typed.Value.GetRawText()),
            _ => null,
        };
    }
}
