using System.Text.Json;

namespace EvalHarness.Schemas;

/// <summary>A value as an error message shows it.</summary>
internal static class ShownValue
{
    private const int MaxLength = 60;

    public static string Of(JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? $"\"{value.GetString()}\"" : value.GetRawText();
        return text.Length <= MaxLength ? text : $"{text[..MaxLength]}…";
    }

    public static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "a map of keys",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "text",
        JsonValueKind.Number => JsonNumber.IsInteger(value) ? "a whole number" : "a number with a fraction",
        JsonValueKind.Null => "nothing (null)",
        _ => "true or false",
    };

    /// <summary>A name of the keyword <c>type</c>, in the words of those who write the file.</summary>
    public static string Type(string type) => type switch
    {
        "object" => "a map of keys",
        "array" => "a list",
        "string" => "text",
        "integer" => "a whole number",
        "number" => "a number",
        "boolean" => "true or false",
        _ => "nothing (null)",
    };
}
