namespace EvalHarness.Evaluators.Groundedness;

/// <summary>One to three sentences in a row of one text, and which of a claim's stems they contain.</summary>
/// <param name="Text">Which of the texts.</param>
/// <param name="First">The first sentence.</param>
/// <param name="End">The sentence after the last.</param>
/// <param name="Mask">One bit per stem of the claim.</param>
internal readonly record struct EvidenceWindow(int Text, int First, int End, ulong Mask);
