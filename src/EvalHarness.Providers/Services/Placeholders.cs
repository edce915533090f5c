using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EvalHarness.Pipelines;

namespace EvalHarness.Providers.Services;

/// <summary>What <c>{question}</c> and the like stand for in one request; <c>{{question}}</c> stays as <c>{question}</c>.</summary>
/// <remarks>Values go into parsed texts, never into JSON text, and are not read again: no question can change the request's shape.</remarks>
internal sealed partial class Placeholders(PipelineRequest request, int repeat)
{
    public const string Known = "{question}, {messages}, {context.name}, {schema}, {repeat}";

    private const string ContextPrefix = "context.";

    public static IEnumerable<string> Unknown(string text) =>
        Names(text).Where(name => !name.StartsWith(ContextPrefix, StringComparison.Ordinal) && name is not ("question" or "messages" or "schema" or "repeat"));

    /// <summary>A text that is one placeholder becomes its value: an array, an object, a number or null; any other stays text.</summary>
    public JsonNode? Fill(string text) =>
        Reference().Match(text) is { Success: true, Length: var length } only && length == text.Length && only.Groups["name"].Success
            ? Value(only.Groups["name"].Value)
            : JsonValue.Create(Fill(text, value => value));

    /// <param name="encode">What is done to a value before it stands in the text.</param>
    public string Fill(string text, Func<string, string> encode) => Reference().Replace(
        text,
        match => match.Groups["kept"].Success ? match.Groups["kept"].Value : encode(Text(Value(match.Groups["name"].Value))));

    private static IEnumerable<string> Names(string text) =>
        Reference().Matches(text).Where(m => m.Groups["name"].Success).Select(m => m.Groups["name"].Value);

    private JsonNode? Value(string name) => name switch
    {
        "question" => request.Question,
        "messages" => new JsonArray([.. request.Messages.Select(m => new JsonObject { ["role"] = m.Role, ["content"] = m.Content })]),
        "schema" => request.ResponseSchema is { } schema ? JsonNode.Parse(schema) : null,
        "repeat" => repeat,
        _ => request.Context.GetValueOrDefault(name[ContextPrefix.Length..]),
    };

    private static string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonValue text when text.GetValueKind() == JsonValueKind.String => text.GetValue<string>(),
        JsonValue number when number.TryGetValue<int>(out var count) => count.ToString(CultureInfo.InvariantCulture),
        _ => value.ToJsonString(),
    };

    [GeneratedRegex(@"\{(?<kept>\{[A-Za-z_][\w.-]*\})\}|\{(?<name>[A-Za-z_][\w.-]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
