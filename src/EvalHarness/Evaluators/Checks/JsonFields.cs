using System.Globalization;
using System.Text.Json;
using EvalHarness.Schemas;

namespace EvalHarness.Evaluators.Checks;

/// <summary>Looks up fields of a reply by JSON pointer.</summary>
internal static class JsonFields
{
    /// <returns>Absent when there is no such field.</returns>
    public static JsonElement? Find(JsonElement? json, string pointer)
    {
        foreach (var segment in JsonPointer.Segments(pointer))
            json = json is { } value ? Step(value, segment) : null;
        return json;
    }

    /// <summary>A text's characters; of anything else its JSON; of null nothing.</summary>
    public static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };

    private static JsonElement? Step(JsonElement value, string segment) => value.ValueKind switch
    {
        JsonValueKind.Object when value.TryGetProperty(segment, out var property) => property,
        JsonValueKind.Array when int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < value.GetArrayLength() => value[index],
        _ => null,
    };
}
