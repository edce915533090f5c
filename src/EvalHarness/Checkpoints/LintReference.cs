namespace EvalHarness.Checkpoints;

/// <summary>A lint result of the checkpoint's training data.</summary>
/// <param name="File">lint.json, as it was found.</param>
/// <param name="Sha256">Of that file.</param>
/// <param name="Leaks">Findings that gold stands in the training data.</param>
public sealed record LintReference(string File, string Sha256, int Leaks);
