using System.Globalization;
using System.Text;
using System.Text.Json;

namespace EvalHarness.Checkpoints;

/// <summary>One text for one JSON value: keys in ordinal order, no white space, only what must be escaped is (RFC 8785; numbers as they were written).</summary>
/// <remarks>In Python: <c>json.dumps(value, sort_keys=True, separators=(',', ':'), ensure_ascii=False)</c>.</remarks>
public static class CanonicalJson
{
    public static string Of(JsonElement value)
    {
        StringBuilder text = new();
        Write(value, text);
        return text.ToString();
    }

    private static void Write(JsonElement value, StringBuilder text)
    {
        if (value.ValueKind == JsonValueKind.Object)
            WriteAll('{', '}', value.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal), WriteProperty, text);
        else if (value.ValueKind == JsonValueKind.Array)
            WriteAll('[', ']', value.EnumerateArray(), Write, text);
        else if (value.ValueKind == JsonValueKind.String)
            Write(value.GetString()!, text);
        else
            text.Append(value.GetRawText());
    }

    private static void WriteAll<T>(char open, char close, IEnumerable<T> items, Action<T, StringBuilder> write, StringBuilder text)
    {
        text.Append(open);
        foreach (var (index, item) in items.Index())
        {
            if (index > 0)
                text.Append(',');
            write(item, text);
        }

        text.Append(close);
    }

    private static void WriteProperty(JsonProperty property, StringBuilder text)
    {
        Write(property.Name, text);
        text.Append(':');
        Write(property.Value, text);
    }

    private static void Write(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var letter in value)
            _ = letter switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append(@"\\"),
                '\b' => text.Append(@"\b"),
                '\f' => text.Append(@"\f"),
                '\n' => text.Append(@"\n"),
                '\r' => text.Append(@"\r"),
                '\t' => text.Append(@"\t"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $@"\u{(int)letter:x4}"),
                _ => text.Append(letter),
            };
        text.Append('"');
    }
}
