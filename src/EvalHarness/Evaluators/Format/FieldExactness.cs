using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Metrics;

namespace EvalHarness.Evaluators.Format;

/// <summary>Compares the fields of a reply with the expected ones, by JSON value.</summary>
internal static class FieldExactness
{
    public static Score Score(Metric metric, JsonObject? expected, JsonElement? reply)
    {
        if (expected is null || expected.Count == 0)
            return metric.NotApplicable("the sample expects no fields");
        var given = reply is { ValueKind: JsonValueKind.Object } json ? JsonObject.Create(json)! : [];
        var detail = new JsonObject();
        foreach (var (name, value) in expected)
            detail[name] = Compare(value, given, name);
        var right = detail.Count(field => (bool)field.Value!["right"]!);
        return metric.Ratio(right, expected.Count, "", detail);
    }

    private static JsonObject Compare(JsonNode? expected, JsonObject given, string name) => new()
    {
        ["expected"] = expected?.DeepClone(),
        ["given"] = given.TryGetPropertyValue(name, out var value) ? value?.DeepClone() : null,
        ["right"] = given.ContainsKey(name) && JsonNode.DeepEquals(expected, value),
    };
}
