using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EvalHarness.Imports.Rows;

/// <summary>What a Parquet file holds, as JSON.</summary>
internal static class ParquetValue
{
    public static JsonElement Json(object? value) => JsonSerializer.SerializeToElement(Node(value));

    private static JsonNode? Node(object? value) => value switch
    {
        null or byte[] or ReadOnlyMemory<byte> or Memory<byte> => null,
        string text => JsonValue.Create(text),
        ReadOnlyMemory<char> text => JsonValue.Create(text.ToString()),
        bool yes => JsonValue.Create(yes),
        // JSON has no word for what is not a number.
        double number => double.IsFinite(number) ? JsonValue.Create(number) : null,
        float number => float.IsFinite(number) ? JsonValue.Create(number) : null,
        decimal number => JsonValue.Create(number),
        sbyte or byte or short or ushort or int or uint or long => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        ulong number => JsonValue.Create(number),
        IDictionary map => Object(map),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(Node)]),
        IFormattable other => JsonValue.Create(other.ToString(null, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(value.ToString()),
    };

    private static JsonObject Object(IDictionary map)
    {
        JsonObject made = [];
        foreach (DictionaryEntry entry in map)
            made[Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!] = Node(entry.Value);
        return made;
    }
}
