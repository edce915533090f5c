using System.Text;
using System.Text.Json;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Calibration;

/// <summary>A <c>calibration.json</c> that an experiment names: a scorer's measured error, to be printed beside its scores.</summary>
public sealed record AttachedCalibration
{
    /// <summary>As the experiment names it.</summary>
    public required string File { get; init; }

    public required string Evaluator { get; init; }

    public required string Verifier { get; init; }

    /// <summary>The figures hold for this definition alone.</summary>
    public required string Definition { get; init; }

    public required CalibrationFigures Pooled { get; init; }

    /// <summary>By the system that wrote the answers.</summary>
    public required IReadOnlyDictionary<string, CalibrationFigures> Systems { get; init; }

    /// <param name="path">The file.</param>
    /// <param name="name">What it is called in reports.</param>
    /// <exception cref="InputException">The file is missing, or not what <c>calibrate --out</c> writes: all problems, each with its place.</exception>
    public static AttachedCalibration Read(string path, string name)
    {
        var utf8 = Encoding.UTF8.GetBytes(InputText.Read(path));
        var (root, problem) = JsonText.Parse(path, utf8, firstLine: 1);
        if (problem is not null)
            throw new InputException(problem);
        ProblemList problems = new();
        problems.AddErrors(InputSchemas.Named("calibration").Validate(root), JsonSource.Map(path, utf8));
        problems.ThrowIfAny();
        return new AttachedCalibration
        {
            File = name,
            Evaluator = root.GetProperty("evaluator").GetString()!,
            Verifier = root.GetProperty("verifier").GetString()!,
            Definition = root.GetProperty("definition_id").GetString()!,
            Pooled = Figures(root.GetProperty("pooled")),
            Systems = root.GetProperty("systems").EnumerateObject().ToDictionary(s => s.Name, s => Figures(s.Value), StringComparer.Ordinal),
        };
    }

    private static CalibrationFigures Figures(JsonElement json) => json.Deserialize<CalibrationFigures>(RunJson.Compact)!;
}
