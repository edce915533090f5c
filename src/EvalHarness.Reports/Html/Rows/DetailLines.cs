using System.Text.Json.Nodes;

namespace EvalHarness.Reports.Html.Rows;

/// <summary>What a score's detail says besides claims: faults in a list, or fields whose value is not the right one.</summary>
internal static class DetailLines
{
    public static IReadOnlyList<string> Of(JsonNode? detail) => detail switch
    {
        JsonArray faults => [.. faults.OfType<JsonValue>().Select(fault => fault.ToString())],
        JsonObject fields => [.. fields.Where(f => f.Value is JsonObject field && IsWrong(field)).Select(f => Wrong(f.Key, f.Value!.AsObject()))],
        _ => [],
    };

    private static bool IsWrong(JsonObject field) => field["right"] is JsonValue right && right.TryGetValue(out bool isRight) && !isRight;

    private static string Wrong(string name, JsonObject field) => $"{name}: expected {Said(field["expected"])}, given {Said(field["given"])}";

    private static string Said(JsonNode? value) => value?.ToJsonString(PageJson.Options) ?? "nothing";
}
