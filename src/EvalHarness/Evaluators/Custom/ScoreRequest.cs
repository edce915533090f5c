using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Custom;

/// <summary>Writes a row as the line that a program scores: docs/schemas/metric-protocol.schema.json. Only ASCII: a program need not know about encodings to read it.</summary>
internal static class ScoreRequest
{
    public static string Write(string id, string metric, Sample sample, Trace trace, Reply reply) => new JsonObject
    {
        ["id"] = id,
        ["metric"] = metric,
        ["sample"] = sample.Id,
        ["question"] = sample.Asked(),
        ["messages"] = new JsonArray([.. sample.Messages.Select(m => new JsonObject { ["role"] = m.Role, ["content"] = m.Content })]),
        ["context"] = Map(sample.Context),
        ["answer"] = trace.Answer!.Text,
        ["text"] = reply.Text,
        ["abstains"] = reply.IsAbstention,
        ["citations"] = Texts(reply.Citations.Select(c => c.Document)),
        ["passages"] = trace.Answer.Passages is { } passages ? new JsonArray([.. passages.Select(Passage)]) : null,
        ["gold"] = Texts(sample.Answers),
        ["evidence"] = new JsonArray([.. sample.Evidence.Select(e => new JsonObject { ["document"] = e.Document, ["quote"] = e.Quote })]),
        ["unanswerable"] = sample.Unanswerable,
        ["expected"] = sample.Expected?.DeepClone(),
        ["tags"] = Map(sample.Tags),
        ["repeat"] = trace.Repeat,
    }.ToJsonString();

    private static JsonNode Passage(Passage passage) => new JsonObject
    {
        ["id"] = passage.Id,
        ["document"] = passage.Document,
        ["title"] = passage.Title,
        ["text"] = passage.Text,
    };

    private static JsonObject Map(IReadOnlyDictionary<string, string> map) => new(map.Select(m => KeyValuePair.Create(m.Key, (JsonNode?)m.Value)));

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);
}
