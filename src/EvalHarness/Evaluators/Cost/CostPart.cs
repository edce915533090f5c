namespace EvalHarness.Evaluators.Cost;

/// <summary>What one part of an answer costs: generation, embedding, re-ranking.</summary>
/// <param name="Model">As the price table names it; absent when nothing says.</param>
/// <param name="PricedUsd">As if called; absent when it is unknown.</param>
/// <param name="SpentUsd">What was paid now: nothing for what the response cache answered; absent when it is unknown.</param>
/// <param name="IsUpperBound">See <see cref="PricedUsage"/>.</param>
/// <param name="Unknown">Why there is no price; absent when there is one.</param>
public sealed record CostPart(string Name, string? Model, decimal? PricedUsd, decimal? SpentUsd, bool IsUpperBound, string? Unknown)
{
    public const string Generation = "generation";

    /// <summary>See <see cref="PricedUsage"/>.</summary>
    public bool IsLowerBound { get; init; }
}
