using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Datasets;

namespace EvalHarness.Imports.Datasets;

/// <summary>A sample as one line of samples.jsonl: docs/schemas/samples.schema.json; what is empty is left out.</summary>
internal static class SampleLine
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Sample sample)
    {
        JsonObject line = new() { ["id"] = sample.Id, ["split"] = sample.Split };
        if (sample.Messages.Count > 0)
            line["messages"] = new JsonArray([.. sample.Messages.Select(m => new JsonObject { ["role"] = m.Role, ["content"] = m.Content })]);
        else
            line["question"] = sample.Question;
        if (sample.Context.Count > 0)
            line["context"] = Map(sample.Context);
        if (sample.Answers.Count > 0)
            line["answers"] = Texts(sample.Answers);
        if (sample.SupersededAnswers.Count > 0)
            line["superseded_answers"] = Texts(sample.SupersededAnswers);
        if (sample.Unanswerable)
            line["unanswerable"] = true;
        if (sample.Unlabelled)
            line["unlabelled"] = true;
        if (sample.Evidence.Count > 0)
            line["evidence"] = new JsonArray([.. sample.Evidence.Select(Evidence)]);
        if (sample.Cluster is not null)
            line["cluster"] = sample.Cluster;
        if (sample.Tags.Count > 0)
            line["tags"] = Map(sample.Tags);
        return line.ToJsonString(Options);
    }

    private static JsonObject Evidence(GoldEvidence evidence)
    {
        JsonObject made = new() { ["document"] = evidence.Document };
        if (evidence.Quote.Length > 0)
            made["quote"] = evidence.Quote;
        return made;
    }

    private static JsonObject Map(IReadOnlyDictionary<string, string> map) =>
        new(map.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value)));

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);
}
