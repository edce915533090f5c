namespace EvalHarness.Checkpoints;

/// <summary>Whether the checkpoint that a rollback would go to still answers.</summary>
/// <param name="Pipeline">The one that was asked with that checkpoint in it.</param>
/// <param name="Sample">The gold sample whose question was asked; absent when it did not come to that.</param>
/// <param name="Why">One sentence for people.</param>
public sealed record DrillRecord(string Alias, string Checkpoint, bool Answered, string? Pipeline, string? Sample, string Why);
