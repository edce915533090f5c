using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using JsonException = System.Text.Json.JsonException;

namespace EvalHarness.Providers.Services;

/// <summary>A part of a service's JSON reply, found by JSON path (Newtonsoft's: Goessner's with filters). The only class that knows the library.</summary>
internal sealed class ReplyValue
{
    // A path is written by the experiment's author, the text that its patterns meet is not.
    private static readonly JsonSelectSettings Selection = new() { RegexMatchTimeout = TimeSpan.FromSeconds(1) };

    private readonly JToken token;

    private ReplyValue(JToken token) => this.token = token;

    public bool IsNull => token.Type is JTokenType.Null or JTokenType.Undefined;

    /// <summary>The elements of an array; anything else is its own only element.</summary>
    public IReadOnlyList<ReplyValue> Items => token is JArray items ? [.. items.Select(i => new ReplyValue(i))] : [this];

    /// <summary>A text as it is; anything else as JSON.</summary>
    public string Text => token.Type == JTokenType.String ? token.Value<string>()! : token.ToString(Formatting.None);

    public bool IsText => token.Type == JTokenType.String;

    /// <summary>Absent for what is no number, or too large for one.</summary>
    public double? Number => token.Type is JTokenType.Integer or JTokenType.Float && (double)token is var number && double.IsFinite(number) ? number : null;

    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static ReplyValue Parse(string json)
    {
        // The library reads more than JSON: comments, single quotes, NaN.
        using (JsonDocument.Parse(json))
        {
        }

        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None, MaxDepth = 64 };
        return new ReplyValue(JToken.ReadFrom(reader));
    }

    /// <summary>What is wrong with a path; absent when nothing is.</summary>
    public static string? PathError(string path)
    {
        try
        {
            new JObject().SelectToken(path);
            return null;
        }
        catch (Newtonsoft.Json.JsonException exception)
        {
            return exception.Message.TrimEnd('.');
        }
    }

    /// <summary>Everything at the path; nothing when there is nothing.</summary>
    public IReadOnlyList<ReplyValue> Select(string path) => [.. token.SelectTokens(path, Selection).Select(t => new ReplyValue(t))];
}
