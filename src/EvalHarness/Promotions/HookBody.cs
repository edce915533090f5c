using EvalHarness.Checkpoints;

namespace EvalHarness.Promotions;

/// <summary>What a hook is told: docs/schemas/hook.schema.json.</summary>
/// <param name="Event"><c>promote</c>, <c>override</c> or <c>rollback</c>.</param>
/// <param name="Checkpoint">The one that the alias names from here on.</param>
/// <param name="ServedName">What a server must call it to be confirmed: its model id, else name@version.</param>
/// <param name="From">What the alias named before, as name@version.</param>
/// <param name="Registry">The entry of the move: its number and hash.</param>
public sealed record HookBody(
    string Event,
    string Alias,
    CheckpointRecord Checkpoint,
    string ServedName,
    string? From,
    string? Reason,
    string By,
    DateTimeOffset At,
    HookEntry Registry)
{
    public static HookBody Of(RegistryEntry entry, CheckpointRecord checkpoint) => new(
        entry.Kind switch { EntryKind.Promote => "promote", EntryKind.Override => "override", _ => "rollback" },
        entry.Move!.Alias,
        checkpoint,
        checkpoint.ServedName,
        entry.Move.From,
        entry.Move.Reason,
        entry.By,
        entry.At,
        new HookEntry(entry.Sequence, entry.Hash));
}
