namespace EvalHarness.Checkpoints;

/// <summary>A verdict that a move rests on.</summary>
/// <param name="File">gate.json, as it was named.</param>
/// <param name="Sha256">Of that file.</param>
/// <param name="Verdict">In the words of gate.json: <c>promote</c>.</param>
/// <param name="Run">The run that it is about.</param>
/// <param name="CandidateIdentity">The pipeline's identity in that run.</param>
public sealed record GateReference(
    string File,
    string Sha256,
    string Verdict,
    string Policy,
    string PolicyHash,
    string Run,
    string DatasetHash,
    string CandidateIdentity,
    DateTimeOffset DecidedAt);
