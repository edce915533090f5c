using System.Text.Json;
using EvalHarness.Inputs;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace EvalHarness.Imports.Rows;

/// <summary>Where in a row something stands: a column's name, a dotted path (<c>response.output</c>), or a JSON path (<c>$.contexts[*].text</c>).</summary>
/// <remarks>A column of exactly that name wins. Null counts as not there. A filter's regex has a second.</remarks>
public sealed class ColumnPath
{
    private static readonly JsonSelectSettings Settings = new() { ErrorWhenNoMatch = false, RegexMatchTimeout = TimeSpan.FromSeconds(1) };
    private static readonly char[] Ends = ['.', '['];
    private static readonly char[] Signs = ['[', '(', '*', '@', '?'];

    private readonly string[]? names;

    /// <param name="path">A column, or a path.</param>
    /// <param name="where">Who named it, for messages.</param>
    /// <exception cref="InputException">It is no JSON path.</exception>
    public ColumnPath(string path, string where)
    {
        Text = path;
        if (path.IndexOfAny(Signs) < 0 && !path.Contains("..", StringComparison.Ordinal))
            names = (path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path).Split('.');
        else
            ThrowIfWrong(path, where);
    }

    public string Text { get; }

    /// <summary>The column that it begins in.</summary>
    public string Column => (Text.StartsWith("$.", StringComparison.Ordinal) ? Text[2..] : Text).Split(Ends, 2)[0];

    /// <summary>What stands there; empty when nothing does.</summary>
    public IReadOnlyList<JsonElement> Find(JsonElement row)
    {
        if (row.ValueKind == JsonValueKind.Object && row.TryGetProperty(Text, out var column))
            return IsThere(column) ? [column] : [];
        return names is null ? [.. Select(row).Where(IsThere)] : Walk(row, names);
    }

    private static IReadOnlyList<JsonElement> Walk(JsonElement element, string[] names)
    {
        foreach (var name in names)
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return [];
        return IsThere(element) ? [element] : [];
    }

    private IEnumerable<JsonElement> Select(JsonElement row) =>
        Token(row).SelectTokens(Text, Settings).Select(found => JsonElement.Parse(found.ToString(Formatting.None)));

    private static bool IsThere(JsonElement element) => element.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);

    // Dates stay the text they are, and numbers keep their digits.
    private static JToken Token(JsonElement element)
    {
        using var reader = new JsonTextReader(new StringReader(element.GetRawText())) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal, MaxDepth = 128 };
        return JToken.ReadFrom(reader);
    }

    private static void ThrowIfWrong(string path, string where)
    {
        try
        {
            _ = new JObject().SelectTokens(path, Settings).ToList();
        }
        catch (Newtonsoft.Json.JsonException exception)
        {
            throw new InputException(new InputProblem(where, $"'{path}' is no JSON path ({exception.Message.TrimEnd('.')})", "Write a column's name, or a path such as $.contexts[*].text."));
        }
    }
}
