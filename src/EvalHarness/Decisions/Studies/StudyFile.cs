using System.Text.Json;
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
    /// <returns>Absent when no study was made.</returns>
    /// <exception cref="InputException">The file is damaged.</exception>
    public static StudyResults? TryRead(string folder)
    {
        var file = Path.Combine(folder, Name);
        if (!File.Exists(file))
            return null;
        try
        {
            return JsonSerializer.Deserialize<StudyResults>(File.ReadAllText(file), RunJson.Compact);
        }
        catch (JsonException exception)
        {
            throw new InputException(new InputProblem(file, $"these are no studies: {exception.Message.TrimEnd('.')}", "Delete the file and decide again: evalharness decide <experiment>."));
        }
    }
}
