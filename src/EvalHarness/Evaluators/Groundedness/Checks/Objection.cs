namespace EvalHarness.Evaluators.Groundedness.Checks;

/// <summary>Something that speaks against a claim.</summary>
/// <param name="Factor">What its support is multiplied with, in (0, 1).</param>
/// <param name="Reason">What is missing or contradicted.</param>
/// <param name="IsContradiction">The evidence says something else of the same: alone enough to make the claim unsupported.</param>
internal sealed record Objection(double Factor, string Reason, bool IsContradiction = false);
