using System.Text.Json.Nodes;

namespace EvalHarness.Evaluators.Custom;

/// <summary>A metric of the user's own, as the experiment file has it under <c>metrics:</c>.</summary>
/// <param name="Id">Kebab-case; unique among all metrics of the experiment.</param>
/// <param name="Kind">Which factory builds it: <c>check</c>.</param>
/// <param name="Folder">Where its relative paths start.</param>
/// <param name="Settings">What the file says of it.</param>
public sealed record MetricSource(string Id, string Kind, string Folder, JsonObject Settings)
{
    /// <summary>An absolute path for a path in the settings.</summary>
    public string Resolve(string path) => Path.GetFullPath(path, Folder);
}
