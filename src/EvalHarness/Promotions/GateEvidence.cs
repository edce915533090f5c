using System.Text.Json;
using EvalHarness.Checkpoints;
using EvalHarness.Gates;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Promotions;

/// <summary>A verdict as it stands in a file.</summary>
/// <param name="File">gate.json, as it was named.</param>
/// <param name="Sha256">Of the file.</param>
public sealed record GateEvidence(string File, string Sha256, GateResult Result)
{
    /// <summary>What a run's folder calls it.</summary>
    public const string FileName = "gate.json";

    /// <summary>The run that the verdict is about first of all.</summary>
    public JudgedRun Judged => Result.Runs[0];

    /// <exception cref="InputException">The file is missing, or is no verdict.</exception>
    public static GateEvidence Read(string file)
    {
        var text = InputText.Read(file);
        try
        {
            return JsonSerializer.Deserialize<GateResult>(text, RunJson.Indented) is { Runs.Count: > 0 } result
                ? new GateEvidence(file, ContentHash.OfFile(file), result)
                : throw Unreadable(file, "it names no run");
        }
        catch (JsonException exception)
        {
            throw Unreadable(file, exception.Message);
        }
    }

    /// <summary>What the registry keeps of it.</summary>
    public GateReference Reference => new(
        File,
        Sha256,
        VerdictWords.Of(Result.Verdict),
        Result.Policy,
        Result.PolicyHash,
        Judged.Run,
        Judged.DatasetHash,
        Judged.CandidateIdentity,
        Result.DecidedAt);

    /// <summary>How far the registry went when the gate decided; absent where there was none.</summary>
    public RegistryWitness? Witness => Result.Registry is { } state ? new RegistryWitness(File, state.Head, state.Count) : null;

    private static InputException Unreadable(string file, string why) =>
        new(new InputProblem(file, $"this is no verdict ({why})", "Name a run that evalharness gate has judged, or its gate.json."));
}
