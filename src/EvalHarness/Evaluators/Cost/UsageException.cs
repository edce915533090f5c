namespace EvalHarness.Evaluators.Cost;

/// <summary>A usage that is not in normal form: its parts are more than its total. It is never clamped, because a price made of it would be wrong.</summary>
public sealed class UsageException(string message) : Exception(message);
