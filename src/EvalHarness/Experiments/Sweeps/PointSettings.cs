using System.Text.Json.Nodes;
using EvalHarness.Runs;

namespace EvalHarness.Experiments.Sweeps;

/// <summary>One point before its pipeline is made: what it sets, in order.</summary>
/// <param name="Name">Absent where it follows from the values.</param>
internal sealed record PointSettings(string? Name, IReadOnlyList<KeyValuePair<string, JsonNode?>> Values)
{
    /// <summary>"tokens=120, overlap=240": as people read it.</summary>
    public string Words => Name ?? string.Join(", ", Values.Select(v => $"{v.Key}={Text(v.Value) ?? "default"}"));

    /// <summary>Settings <c>key.path=value</c> for this pipeline.</summary>
    public IEnumerable<string> Overrides(string pipeline) => Values.Select(v => $"pipelines.{pipeline}.{v.Key}={v.Value?.ToJsonString(RunJson.Compact)}");

    /// <summary>A value as it would stand in the file; absent where there is none.</summary>
    public static string? Text(JsonNode? value) => value switch
    {
        null => null,
        JsonValue scalar when scalar.TryGetValue<string>(out var text) => text,
        _ => value.ToJsonString(RunJson.Compact),
    };
}
