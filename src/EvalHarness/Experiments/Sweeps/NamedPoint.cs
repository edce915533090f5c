using System.Text.Json.Nodes;

namespace EvalHarness.Experiments.Sweeps;

/// <summary>A point that the user gave a name.</summary>
/// <param name="Settings">What it sets, by parameter; an absent value takes the key away.</param>
public sealed record NamedPoint(string Name, IReadOnlyDictionary<string, JsonNode?> Settings);
