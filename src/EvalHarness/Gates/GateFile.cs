using System.Text.Json;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Gates;

/// <summary>A verdict on disk, <c>gate.json</c> in the run's folder.</summary>
public static class GateFile
{
    public const string Name = "gate.json";

    /// <summary>Absent where there is none.</summary>
    /// <exception cref="InputException">It is no verdict.</exception>
    public static GateResult? TryRead(string folder) => File.Exists(Path.Combine(folder, Name)) ? Read(Path.Combine(folder, Name)) : null;

    /// <exception cref="InputException">It is missing, or no verdict.</exception>
    public static GateResult Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<GateResult>(InputText.Read(file), RunJson.Indented)!;
        }
        catch (JsonException exception)
        {
            throw new InputException(new InputProblem(file, $"this is no verdict ({exception.Message})", "Judge the run again: evalharness gate."));
        }
    }

    public static string Text(GateResult result) => JsonSerializer.Serialize(result, RunJson.Indented) + "\n";
}
