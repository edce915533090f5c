namespace EvalHarness.Evaluators.Cost;

/// <summary>A usage that has no price: its parts are more than its total, or it used what nothing says the price of. It is never clamped, because a price made of it would be wrong.</summary>
public sealed class UsageException(string message) : Exception(message);
