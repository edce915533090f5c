using System.Text.Json.Nodes;

namespace EvalHarness.Tests.Cli.Tracking;

/// <summary>A registered model as the stub of MLflow keeps it.</summary>
internal sealed class StubbedModel
{
    public Dictionary<string, string> Aliases { get; } = [];

    public Dictionary<string, string> Tags { get; } = [];

    /// <summary>The tags of each version; the first one is 1.</summary>
    public List<JsonArray> Versions { get; } = [];

    public JsonObject Json(string name) => new()
    {
        ["name"] = name,
        ["aliases"] = new JsonArray([.. Aliases.Select(a => (JsonNode)new JsonObject { ["alias"] = a.Key, ["version"] = a.Value })]),
        ["tags"] = new JsonArray([.. Tags.Select(t => (JsonNode)new JsonObject { ["key"] = t.Key, ["value"] = t.Value })]),
    };

    public JsonObject Version(int number) => new() { ["version"] = $"{number}", ["tags"] = Versions[number - 1].DeepClone() };
}
