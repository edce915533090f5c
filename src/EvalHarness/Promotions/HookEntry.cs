namespace EvalHarness.Promotions;

/// <summary>The entry of the registry that a hook is told of.</summary>
public sealed record HookEntry(int Sequence, string Hash);
