namespace EvalHarness.Evaluators.Groundedness.Checks;

/// <summary>Something that speaks against a claim.</summary>
/// <param name="Factor">What its support is multiplied with, in (0, 1).</param>
/// <param name="Reason">What is missing or contradicted.</param>
/// <param name="IsContradiction">The evidence says otherwise; else it only does not say so.</param>
internal sealed record Finding(double Factor, string Reason, bool IsContradiction = false);
