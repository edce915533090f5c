using System.Text.Json.Nodes;
using EvalHarness.Inputs;
using EvalHarness.Metrics;

namespace EvalHarness.Evaluators.Custom;

/// <summary>A metric of the user's own, as the experiment file has it under <c>metrics:</c>.</summary>
/// <param name="Id">Kebab-case; unique among all metrics of the experiment.</param>
/// <param name="Kind">Which factory builds it: <c>check</c>.</param>
/// <param name="Folder">Where its relative paths start.</param>
/// <param name="Settings">What the file says of it.</param>
public sealed record MetricSource(string Id, string Kind, string Folder, JsonObject Settings)
{
    /// <summary>The settings that every kind has: what people read in reports, and which way is better.</summary>
    public static IReadOnlyList<string> Words { get; } = ["label", "meaning", "direction"];

    /// <summary>The settings that its kind has for itself.</summary>
    public JsonObject OwnSettings => Without(Words);

    /// <summary>An absolute path for a path in the settings.</summary>
    public string Resolve(string path) => Path.GetFullPath(path, Folder);

    /// <summary>What of the settings changes scores: all but the words of reports.</summary>
    /// <param name="content">Of files that the settings name; may be empty.</param>
    public string SettingsHash(string content = "")
    {
        var counted = Settings.Where(s => s.Key is not ("label" or "meaning")).OrderBy(s => s.Key, StringComparer.Ordinal);
        return ContentHash.Short(ContentHash.Of([content, .. counted.SelectMany(s => new[] { s.Key, s.Value?.ToJsonString() ?? "null" })]));
    }

    /// <summary>The metric with the words and the direction that the user gave it; which way is better is a part of what is compared.</summary>
    /// <param name="part">Which of several metrics of the same source it is; empty for the first, the only one that the direction is about.</param>
    public Metric Describe(Metric metric, string part = "") => metric with
    {
        Definition = part.Length == 0 && Settings["direction"] is { } way ? $"{metric.Definition} direction={(string?)way}" : metric.Definition,
        Direction = part.Length == 0 && Settings["direction"] is { } direction ? Enum.Parse<Direction>((string)direction!, ignoreCase: true) : metric.Direction,
        Label = (string?)Settings["label"] is { } label ? (part.Length == 0 ? label : $"{label}, {part.Replace('-', ' ')}") : metric.Label,
        Meaning = (string?)Settings["meaning"] ?? metric.Meaning,
    };

    /// <summary>The settings but for some of them.</summary>
    internal JsonObject Without(IReadOnlyCollection<string> names) =>
        new(Settings.Where(s => !names.Contains(s.Key)).Select(s => KeyValuePair.Create(s.Key, s.Value?.DeepClone())));
}
