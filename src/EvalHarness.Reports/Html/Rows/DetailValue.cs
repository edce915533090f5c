using System.Text.Json.Nodes;

namespace EvalHarness.Reports.Html.Rows;

/// <summary>Reads values of a score's detail. Evaluators, plug-ins among them, put there what they like: a value of another kind is absent, not trusted.</summary>
internal static class DetailValue
{
    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static bool IsTrue(JsonNode? node) => node is JsonValue value && value.TryGetValue(out bool isTrue) && isTrue;

    public static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue(out int number) ? number : null;

    public static IEnumerable<JsonObject> Objects(JsonNode? node) => node is JsonArray items ? items.OfType<JsonObject>() : [];
}
