namespace EvalHarness.Embedded.Reading;

/// <param name="Score">How well it fits the question, in [0, 1].</param>
internal sealed record RankedSentence(EvidenceSentence Evidence, double Score, float[] Features);
