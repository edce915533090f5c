using EvalHarness.Checkpoints;
using EvalHarness.Gates;
using EvalHarness.Inputs;

namespace EvalHarness.Promotions;

/// <summary>A verdict as it stands in a file.</summary>
/// <param name="File">gate.json, as it was named.</param>
/// <param name="Sha256">Of the file.</param>
public sealed record GateEvidence(string File, string Sha256, GateResult Result)
{
    /// <summary>The run that the verdict is about first of all.</summary>
    public JudgedRun Judged => Result.Runs[0];

    /// <summary>In the words of gate.json: <c>promote</c>.</summary>
    public string VerdictWord => Result.Verdict.ToString().ToLowerInvariant();

    /// <summary>What the registry keeps of it.</summary>
    public GateReference Reference => new(
        File,
        Sha256,
        VerdictWord,
        Result.Policy,
        Result.PolicyHash,
        Judged.Run,
        Judged.DatasetHash,
        Judged.CandidateIdentity,
        Result.DecidedAt);

    /// <summary>How far the registry went when the gate decided; absent where there was none.</summary>
    public RegistryWitness? Witness => Result.Registry is { } state ? new RegistryWitness(File, state.Head, state.Count) : null;

    /// <exception cref="InputException">The file is missing, or is no verdict.</exception>
    public static GateEvidence Read(string file)
    {
        var result = GateFile.Read(file);
        return result.Runs.Count > 0
            ? new GateEvidence(file, ContentHash.OfFile(file), result)
            : throw new InputException(new InputProblem(file, "this verdict names no run", "Judge a run: evalharness gate."));
    }
}
