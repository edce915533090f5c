using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Checkpoints;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands.Registry;

/// <summary>A checkpoint's description as names and values, as the registry writes them: <c>parameters.epochs</c>.</summary>
internal static class CheckpointFields
{
    public static IReadOnlyDictionary<string, string> Of(CheckpointRecord checkpoint) =>
        Flat(JsonSerializer.SerializeToNode(checkpoint, RunJson.Compact), "").ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);

    private static IEnumerable<(string Name, string Value)> Flat(JsonNode? node, string name) => node switch
    {
        JsonObject fields => fields.SelectMany(f => Flat(f.Value, name.Length == 0 ? f.Key : $"{name}.{f.Key}")),
        null => [],
        _ => [(name, node.ToString())],
    };
}
