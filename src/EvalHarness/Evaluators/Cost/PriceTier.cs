namespace EvalHarness.Evaluators.Cost;

/// <summary>Prices of a request whose input is larger than <paramref name="AboveTokens"/>: all of it is priced so, its first token too.</summary>
public sealed record PriceTier(long AboveTokens, ModelPrice Price);
