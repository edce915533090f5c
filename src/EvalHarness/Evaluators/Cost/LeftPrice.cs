namespace EvalHarness.Evaluators.Cost;

/// <summary>Something of a foreign price table that was not taken over.</summary>
/// <param name="Reason">Equal for all models that were left for the same reason.</param>
public sealed record LeftPrice(string Model, string Reason);
