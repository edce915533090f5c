using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Decisions.Sweeps;

/// <summary>The sweep beside its run: <c>sweep.json</c>. It remembers what was confirmed, so that the same command does not look again.</summary>
public static class SweepFile
{
    public const string Name = "sweep.json";

    public static string Text(SweepResult result) => JsonSerializer.Serialize(result, RunJson.Indented) + "\n";

    /// <summary>What a sweep was confirmed by so far; empty where there is no file.</summary>
    /// <param name="folder">The run's.</param>
    /// <exception cref="InputException">The file is damaged: nobody knows then what was looked at.</exception>
    public static IReadOnlyList<SweepConfirmation> Confirmations(string folder)
    {
        var file = Path.Combine(folder, Name);
        if (!File.Exists(file))
            return [];
        try
        {
            return JsonNode.Parse(File.ReadAllText(file))?["confirmations"]?.Deserialize<IReadOnlyList<SweepConfirmation>>(RunJson.Compact) ?? [];
        }
        catch (JsonException)
        {
            throw new InputException(new InputProblem(file, "this is no sweep", "Put it back from a copy, or move its folder away."));
        }
    }

    /// <summary>The look at these rows that a confirmation would be, over all sweeps of a folder of runs.</summary>
    public static int NextLook(string parent, string datasetHash, string split, string evidence) => 1 + Directory.EnumerateDirectories(parent)
        .SelectMany(Confirmations)
        .Where(c => c.DatasetHash == datasetHash && c.Split == split && c.Evidence != evidence)
        .Select(c => c.Evidence)
        .Distinct(StringComparer.Ordinal)
        .Count();
}
