namespace EvalHarness.Evaluators.Cost;

/// <param name="CostUsd">In United States dollars.</param>
/// <param name="IsUpperBound">Cached input had no price of its own and was priced as fresh, or a tier was chosen by the sum of several calls.</param>
public sealed record PricedUsage(decimal CostUsd, bool IsUpperBound)
{
    /// <summary>Tokens written to a cache had no price of their own and were priced as fresh, or as kept for minutes: writing costs more.</summary>
    public bool IsLowerBound { get; init; }
}
