namespace EvalHarness.Evaluators.Correctness;

/// <param name="IsMatch">The answer says what the gold answer says.</param>
/// <param name="Score">How much of what the gold answer says the answer says, in [0, 1].</param>
/// <param name="Gold">The gold answer that fits best.</param>
/// <param name="Reason">What matched or is missing.</param>
internal sealed record GoldMatch(bool IsMatch, double Score, string Gold, string Reason);
