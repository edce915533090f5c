using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Evaluators.Judges;

/// <summary>A model that grades, as the experiment file has it under <c>judges:</c>.</summary>
/// <param name="Name">What a verifier or metric calls it.</param>
/// <param name="Folder">Where relative paths start.</param>
/// <param name="Model">How the model is asked; its reply format is a JSON Schema unless the file says otherwise.</param>
/// <param name="Endpoint">Absent when the experiment has no endpoint of that name.</param>
public sealed record JudgeSource(string Name, string Folder, ModelOptions Model, NamedEndpoint? Endpoint)
{
    private const string Format = "response_format";

    private static readonly string[] Own = ["prompt", "repeats", "orders"];

    /// <summary>A file that replaces the instructions for judging claims; ours when absent.</summary>
    public string? Prompt { get; init; }

    /// <summary>Times that the same is asked, 1 to 25; default 1. The seed, where there is one, rises by 1 each time.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>Asks in both orders: evidence before claims and after them, the first option first and last.</summary>
    public bool BothOrders { get; init; }

    public static JudgeSource Read(string name, JsonObject settings, string folder, IReadOnlyDictionary<string, EndpointOptions> endpoints)
    {
        var model = settings.DeepClone().AsObject();
        foreach (var key in Own)
            model.Remove(key);
        model.TryAdd(Format, "json_schema");
        var options = model.Deserialize<ModelOptions>(InputJson.Options)!;
        return new JudgeSource(name, folder, options, options.Endpoint is { } endpoint ? NamedEndpoint.Find(endpoint, endpoints) : null)
        {
            Prompt = (string?)settings["prompt"],
            Repeats = (int?)settings["repeats"] ?? 1,
            BothOrders = (string?)settings["orders"] == "both",
        };
    }

    /// <summary>An absolute path for a path in the settings.</summary>
    public string Resolve(string path) => Path.GetFullPath(path, Folder);
}
