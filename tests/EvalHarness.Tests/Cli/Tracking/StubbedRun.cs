using System.Text.Json.Nodes;

namespace EvalHarness.Tests.Cli.Tracking;

/// <summary>A run as the stub of MLflow keeps it.</summary>
internal sealed class StubbedRun(string id, string experiment, string artefactUri)
{
    public string Id => id;

    public string Experiment => experiment;

    public string Status { get; set; } = "RUNNING";

    public string Name { get; set; } = "";

    public Dictionary<string, string> Tags { get; } = [];

    public Dictionary<string, string> Parameters { get; } = [];

    /// <summary>All that was ever logged, in order.</summary>
    public List<(string Key, double Value, long Step)> Metrics { get; } = [];

    public JsonObject Json() => new()
    {
        ["info"] = new JsonObject { ["run_id"] = id, ["experiment_id"] = experiment, ["artifact_uri"] = artefactUri, ["status"] = Status },
        ["data"] = new JsonObject
        {
            ["params"] = Pairs(Parameters),
            ["tags"] = Pairs(Tags),
            // As MLflow does: the last of each key, and long integers as text.
            ["metrics"] = new JsonArray([.. Metrics.GroupBy(m => m.Key).Select(m => m.MaxBy(v => v.Step)).Select(m => (JsonNode)new JsonObject { ["key"] = m.Key, ["value"] = m.Value, ["timestamp"] = "1", ["step"] = $"{m.Step}" })]),
        },
    };

    private static JsonArray Pairs(Dictionary<string, string> pairs) => [.. pairs.Select(p => (JsonNode)new JsonObject { ["key"] = p.Key, ["value"] = p.Value })];
}
