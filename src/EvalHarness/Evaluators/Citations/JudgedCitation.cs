namespace EvalHarness.Evaluators.Citations;

/// <summary>One citation of one sentence.</summary>
/// <param name="IsNeeded">The sentence is supported, and by this document alone or not without it.</param>
internal sealed record JudgedCitation(string Document, Resolution Resolution, bool IsNeeded);
