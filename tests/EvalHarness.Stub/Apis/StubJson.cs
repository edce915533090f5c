using System.Text.Json.Nodes;

namespace EvalHarness.Stub.Apis;

/// <summary>Reads what requests have in common.</summary>
internal static class StubJson
{
    public static string Text(this JsonObject body, string name) => body[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    public static bool Flag(this JsonObject body, string name) => body[name] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    public static int? Number(this JsonObject body, string name) => body[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    public static IReadOnlyList<StubMessage> Messages(this JsonObject body) =>
        [.. (body["messages"] as JsonArray ?? []).OfType<JsonObject>().Select(m => new StubMessage(m.Text("role"), Content(m["content"])))];

    /// <summary>A content is a text, or parts of which some are text.</summary>
    public static string Content(JsonNode? content) => content switch
    {
        JsonArray parts => string.Join('\n', parts.OfType<JsonObject>().Select(p => p.Text("text"))),
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => "",
    };

    /// <summary>A text in pieces of two or three words, as models stream it.</summary>
    public static IReadOnlyList<string> Pieces(string text)
    {
        var words = text.Split(' ');
        return [.. words.Chunk(3).Select((chunk, i) => (i == 0 ? "" : " ") + string.Join(' ', chunk))];
    }
}
