using System.Text;
using System.Text.Json;

namespace EvalHarness.Imports.Rows;

/// <summary>A list of texts as Python prints it, which is what a data frame writes into a CSV cell: <c>['a', "it's"]</c>.</summary>
internal static class PythonList
{
    /// <summary>Nothing when it is anything else.</summary>
    public static JsonElement? Parse(string text)
    {
        List<string> items = [];
        var at = 1;
        while (Skip(text, ref at) && text[at] is '\'' or '"')
        {
            if (ReadItem(text, ref at) is not { } item)
                return null;
            items.Add(item);
        }

        return at == text.Length - 1 && text[at] == ']' ? JsonSerializer.SerializeToElement(items) : null;
    }

    private static bool Skip(string text, ref int at)
    {
        while (at < text.Length && (text[at] == ',' || char.IsWhiteSpace(text[at])))
            at++;
        return at < text.Length;
    }

    private static string? ReadItem(string text, ref int at)
    {
        var quote = text[at++];
        var item = new StringBuilder();
        for (; at < text.Length; at++)
        {
            if (text[at] == quote)
            {
                at++;
                return item.ToString();
            }

            if (text[at] != '\\')
                item.Append(text[at]);
            else if (!Unescape(text, ref at, item))
                return null;
        }

        return null;
    }

    private static bool Unescape(string text, ref int at, StringBuilder item)
    {
        if (++at >= text.Length)
            return false;
        var (digits, simple) = text[at] switch
        {
            'n' => (0, "\n"),
            't' => (0, "\t"),
            'r' => (0, "\r"),
            'x' => (2, null),
            'u' => (4, null),
            'U' => (8, null),
            var c => (0, (string?)c.ToString()),
        };
        if (simple is not null)
        {
            item.Append(simple);
            return true;
        }

        if (at + digits >= text.Length || !int.TryParse(text.AsSpan(at + 1, digits), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var code) || !Rune.IsValid(code))
            return false;
        item.Append(new Rune(code));
        at += digits;
        return true;
    }
}
