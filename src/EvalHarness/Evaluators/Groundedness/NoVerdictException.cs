namespace EvalHarness.Evaluators.Groundedness;

/// <summary>A verifier could not say: what it was to decide is not scored, for this reason.</summary>
public sealed class NoVerdictException(string reason) : Exception(reason);
