using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Evaluators;
using EvalHarness.Runs;

namespace EvalHarness.Diagnosis;

/// <summary>Reads expected and given values of a row's structured fields.</summary>
public sealed class FieldReader(AnswerReader answers)
{
    /// <returns>For each field that the sample expects, both values as JSON texts; <see cref="FieldConfusion.Nothing"/> for what is not given.</returns>
    public IEnumerable<(string Field, string Expected, string Given)> Read(ResultRow row)
    {
        if (row.Sample.Expected is not { } expected)
            return [];
        var reply = row.Trace.Answer is { } answer ? answers.Read(answer).Lenient : null;
        return expected.Select(field => (field.Key, Even(field.Value), Given(reply, field.Key, field.Value)));
    }

    // What format-fields holds for equal (1 and 1.0) is one value here too.
    private static string Given(JsonElement? reply, string field, JsonNode? expected)
    {
        if (reply is not { ValueKind: JsonValueKind.Object } json || !json.TryGetProperty(field, out var value))
            return FieldConfusion.Nothing;
        var given = JsonSerializer.SerializeToNode(value);
        return Even(JsonNode.DeepEquals(expected, given) ? expected : given);
    }

    // One text per value: the order of names and the spelling of escapes do not matter.
    private static string Even(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject json => $"{{{string.Join(',', json.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{JsonSerializer.Serialize(p.Key)}:{Even(p.Value)}"))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(Even))}]",
        _ => value.ToJsonString(),
    };
}
