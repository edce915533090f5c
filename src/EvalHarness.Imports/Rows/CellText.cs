using System.Text.Json;

namespace EvalHarness.Imports.Rows;

/// <summary>Values of a row as text.</summary>
internal static class CellText
{
    private const int MaxShown = 60;

    /// <summary>Text as it is, anything else as JSON writes it.</summary>
    public static string Of(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    /// <summary>A list that a table's cell holds as JSON text, taken out of it.</summary>
    public static JsonElement Unpacked(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String || value.GetString()!.Trim() is not { Length: > 1 } text || text[0] != '[' || text[^1] != ']')
            return value;
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return PythonList.Parse(text) ?? value;
        }
    }

    /// <summary>What fits into a message.</summary>
    public static string Start(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= MaxShown ? line : $"{line[..MaxShown]}…";
    }
}
