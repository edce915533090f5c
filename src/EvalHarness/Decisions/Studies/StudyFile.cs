using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Decisions.Studies;

/// <summary>Studies beside the run that is decided on: <c>studies.json</c>.</summary>
public static class StudyFile
{
    public const string Name = "studies.json";

    /// <summary>The folder of the studies' own runs, below the decided run's.</summary>
    public const string Folder = "studies";

    public static string Text(StudyResults results) => JsonSerializer.Serialize(results, RunJson.Indented) + "\n";

    /// <param name="folder">The decided run's.</param>
    /// <param name="key">Of the decision file as it stands: <see cref="DecisionSettings.StudyKey"/>.</param>
    /// <returns>Absent when no study was made, or only for another decision file or by another version.</returns>
    /// <exception cref="InputException">The file is damaged.</exception>
    public static StudyResults? TryRead(string folder, string key)
    {
        var file = Path.Combine(folder, Name);
        if (!File.Exists(file))
            return null;
        try
        {
            var root = JsonNode.Parse(File.ReadAllText(file));
            return (string?)root?["key"] == key ? root.Deserialize<StudyResults>(RunJson.Compact) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new InputException(new InputProblem(file, $"these are no studies: {exception.Message.TrimEnd('.')}", "Delete the file and decide again: evalharness decide <experiment>."));
        }
    }
}
