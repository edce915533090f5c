using System.Text.Json.Nodes;

namespace EvalHarness.Experiments.Remedies;

/// <summary>What a rule makes of one pipeline: a change to try, a listing, or why neither can be.</summary>
public sealed record RemedyChange
{
    /// <summary>Below the pipeline's settings, by key path: one change, though it may need two keys. Empty when nothing is run.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Settings { get; private init; } = new Dictionary<string, JsonNode?>();

    /// <summary>A training file, absolute, whose rows are listed; absent when nothing is.</summary>
    public string? TrainFile { get; private init; }

    /// <summary>Why it cannot be tried; absent when it can.</summary>
    public string? Obstacle { get; private init; }

    /// <summary>What to supply so that it can.</summary>
    public string Mend { get; private init; } = "";

    public static RemedyChange To(string key, JsonNode value) => new() { Settings = new Dictionary<string, JsonNode?> { [key] = value } };

    public static RemedyChange Listing(string trainFile) => new() { TrainFile = trainFile };

    public static RemedyChange NotPossible(string obstacle, string mend) => new() { Obstacle = obstacle, Mend = mend };
}
