using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EvalHarness.Imports.Telemetry;

/// <summary>What was said, in the forms that instrumentations write it.</summary>
/// <remarks>
/// <c>gen_ai.input.messages</c> and <c>gen_ai.output.messages</c> (semantic conventions from 1.37 on, structured or as JSON text),
/// <c>gen_ai.prompt</c> and <c>gen_ai.completion</c> (older, on events), and the numbered <c>gen_ai.prompt.0.content</c> of OpenLLMetry.
/// </remarks>
internal static class GenAiMessages
{
    /// <summary>The last thing that the user said.</summary>
    public static string? Question(Span span) =>
        Texts(span, "gen_ai.input.messages", "user").LastOrDefault()
        ?? Texts(span, "gen_ai.prompt", "user").LastOrDefault()
        ?? Numbered(span, "gen_ai.prompt", "user").LastOrDefault();

    /// <summary>What the model said last.</summary>
    public static string? Reply(Span span) =>
        Texts(span, "gen_ai.output.messages", "assistant").LastOrDefault()
        ?? Texts(span, "gen_ai.completion", "assistant").LastOrDefault()
        ?? Numbered(span, "gen_ai.completion", "assistant").LastOrDefault();

    /// <summary>A structured attribute, whether it travels as structure or as JSON text.</summary>
    public static JsonNode? Structure(JsonNode? node)
    {
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.String)
            return node;
        try
        {
            return JsonNode.Parse(value.GetValue<string>());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Texts(Span span, string attribute, string role) =>
        (Structure(span[attribute]) as JsonArray ?? [])
        .OfType<JsonObject>()
        .Where(m => m["role"]?.ToString() == role)
        .Select(Text)
        .Where(t => t.Length > 0);

    private static string Text(JsonObject message) => (message["parts"] ?? message["content"]) switch
    {
        JsonArray parts => string.Join('\n', parts.OfType<JsonObject>().Where(p => p["type"]?.ToString() is null or "text").Select(p => (p["content"] ?? p["text"])?.ToString()).OfType<string>()),
        null => "",
        var text => text.ToString(),
    };

    private static IEnumerable<string> Numbered(Span span, string prefix, string role)
    {
        for (var i = 0; span.Text(string.Create(CultureInfo.InvariantCulture, $"{prefix}.{i}.role")) is { } who; i++)
            if (who == role && span.Text(string.Create(CultureInfo.InvariantCulture, $"{prefix}.{i}.content")) is { Length: > 0 } text)
                yield return text;
    }
}
