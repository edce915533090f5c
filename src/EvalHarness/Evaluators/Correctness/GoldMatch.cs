namespace EvalHarness.Evaluators.Correctness;

/// <param name="IsMatch">The answer says what the gold answer says.</param>
/// <param name="Share">The share of the gold answer's own content that the answer contains, in [0, 1]; 0 where a value differs.</param>
/// <param name="Gold">The gold answer that fits best.</param>
/// <param name="Reason">What matched or is missing.</param>
internal sealed record GoldMatch(bool IsMatch, double Share, string Gold, string Reason);
