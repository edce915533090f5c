namespace EvalHarness.Nightly.History;

/// <summary>The bytes of one answer, in short.</summary>
/// <param name="Digest">The first 64 bits of SHA-256 over the reply and its passages' ids.</param>
public readonly record struct NightAnswer(string Sample, int Repeat, bool IsChampion, ulong Digest);
