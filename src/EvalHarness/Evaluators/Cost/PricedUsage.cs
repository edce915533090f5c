namespace EvalHarness.Evaluators.Cost;

/// <param name="CostUsd">In United States dollars.</param>
/// <param name="IsUpperBound">Cached input had no price of its own and was priced as fresh.</param>
public sealed record PricedUsage(decimal CostUsd, bool IsUpperBound);
