namespace EvalHarness.Checkpoints;

/// <summary>What came of a move outside the registry.</summary>
/// <param name="Of">The entry of the move.</param>
/// <param name="Confirmed">The hook succeeded, and the checkpoint is served where somebody was asked.</param>
/// <param name="Hook">What the hook came to, in words; absent when there is none.</param>
/// <param name="Served">The models that were served; absent when nobody was asked, or nobody answered.</param>
/// <param name="Why">One sentence for people.</param>
public sealed record Confirmation(int Of, string Alias, string Checkpoint, bool Confirmed, string? Hook, IReadOnlyList<string>? Served, string Why);
