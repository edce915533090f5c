using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Pipelines;

/// <summary>All that is needed to build a pipeline, in a form that another process can read.</summary>
/// <param name="Name">Unique within an experiment.</param>
/// <param name="Kind">Which factory builds it: <c>chat</c>.</param>
/// <param name="Folder">Where its relative paths start.</param>
/// <param name="Settings">What the experiment file says of it.</param>
/// <param name="ContentHashes">Contents that can change an answer, by what they are: corpus, prompt, checkpoint, provider version.</param>
public sealed record PipelineSpec(
    string Name,
    string Kind,
    string Folder,
    JsonObject Settings,
    IReadOnlyDictionary<string, string> ContentHashes)
{
    /// <summary>The experiment's endpoints by name. How often and patiently they are called cannot change an answer; where they are and what they are sent stands in the content hashes.</summary>
    public IReadOnlyDictionary<string, EndpointOptions> Endpoints { get; init; } = new Dictionary<string, EndpointOptions>();

    /// <summary>Everything that can change an answer, in one hash; neither the name nor the folder can, nor what a model is priced as.</summary>
    public string Identity => ContentHash.Of(
        Kind,
        Pipelines.PriceNames.Without(Answering()).ToJsonString(),
        JsonSerializer.Serialize(ContentHashes.OrderBy(h => h.Key, StringComparer.Ordinal)));

    /// <summary>What its models are priced as.</summary>
    public PriceNames PriceNames() => Pipelines.PriceNames.Of(Settings);

    /// <summary>Whether answering calls an endpoint: a model's, an embedder's, a re-ranker's, a service's.</summary>
    public bool CallsEndpoints() => Kind == "http" || Names(Settings, "endpoint");

    /// <summary>Whether an answer may cost something: it calls an endpoint, or comes from a program that may.</summary>
    public bool MayBePaidFor() => Kind == "process" || CallsEndpoints();

    /// <summary>Whether its answers were made elsewhere: nobody is called, and what they took was measured there.</summary>
    public bool IsRecorded() => Kind == "recorded";

    /// <summary>An absolute path for a path in the settings.</summary>
    public string Resolve(string path) => Path.GetFullPath(path, Folder);

    // How many texts are embedded in one call changes no vector.
    private JsonObject Answering()
    {
        const string Batch = "batch";
        if ((Settings["retrieval"] as JsonObject)?["embedder"] is not JsonObject embedder || !embedder.ContainsKey(Batch))
            return Settings;
        var answering = Settings.DeepClone().AsObject();
        answering["retrieval"]!["embedder"]!.AsObject().Remove(Batch);
        return answering;
    }

    private static bool Names(JsonNode? settings, string key) => settings switch
    {
        JsonObject holder => holder.Any(p => p.Key == key || Names(p.Value, key)),
        JsonArray items => items.Any(item => Names(item, key)),
        _ => false,
    };
}
