using System.Text.Json.Nodes;
using EvalHarness.Inputs;

namespace EvalHarness.Experiments.Sweeps;

/// <summary>Reads a sweep file: docs/schemas/sweep.schema.json.</summary>
public static class SweepReader
{
    /// <exception cref="InputException">The file is missing or wrong: all problems, each with its place.</exception>
    public static SweepPlan Read(string file)
    {
        var document = YamlFile.Read(file);
        document.Check("sweep");
        var root = document.Root!.AsObject();
        return new SweepPlan
        {
            Pipeline = (string?)root["pipeline"],
            Variations = [.. Members(root, "vary").Select(v => new Variation(v.Key, [.. v.Value!.AsArray().Select(value => value?.DeepClone())]))],
            Points = [.. Members(root, "points").Select(p => new NamedPoint(p.Key, p.Value!.AsObject().ToDictionary(s => s.Key, s => s.Value?.DeepClone(), StringComparer.Ordinal)))],
            Objective = (string?)root["objective"],
            Tolerance = (double?)root["tolerance"],
        };
    }

    private static JsonObject Members(JsonObject holder, string key) => (holder[key] as JsonObject) ?? [];
}
