namespace EvalHarness.Promotions;

/// <summary>What telling a hook came to.</summary>
/// <param name="Said">In words, for the record.</param>
public sealed record HookOutcome(bool Succeeded, string Said);
