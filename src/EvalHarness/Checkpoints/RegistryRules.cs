namespace EvalHarness.Checkpoints;

/// <summary>What no entry that evalharness wrote would say: told of the entries one after another.</summary>
internal sealed class RegistryRules
{
    private readonly HashSet<string> registered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> holders = new(StringComparer.Ordinal);
    private readonly Dictionary<int, AliasMove> moves = [];

    /// <summary>What is wrong with the next entry, as the end of a sentence; absent when nothing is.</summary>
    public string? Broken(RegistryEntry entry)
    {
        var broken = entry switch
        {
            { Kind: EntryKind.Register, Checkpoint: { } checkpoint } => registered.Add(checkpoint.FullName) ? null : $"{checkpoint.FullName} is registered a second time",
            { Kind: EntryKind.Promote or EntryKind.Override or EntryKind.Rollback, Move: { } move } => Broken(entry.Kind, move),
            { Kind: EntryKind.Confirmation, Confirmation: { } confirmation } => moves.GetValueOrDefault(confirmation.Of)?.To == confirmation.Checkpoint ? null : "it confirms a move that is not there",
            { Kind: EntryKind.Drill, Drill: not null } => null,
            _ => "it does not hold what its kind says",
        };
        if (entry.Move is { } moved)
            (holders[moved.Alias], moves[entry.Sequence]) = (moved.To, moved);
        return broken;
    }

    private string? Broken(EntryKind kind, AliasMove move)
    {
        if (!registered.Contains(move.To))
            return $"{move.To} was never registered";
        if (holders.GetValueOrDefault(move.Alias) != move.From)
            return $"{move.Alias} did not name {move.From ?? "nothing"} then";
        return kind switch
        {
            EntryKind.Promote when move.Gate?.Verdict != "promote" => "a promotion without a verdict for it",
            EntryKind.Override when string.IsNullOrWhiteSpace(move.Reason) => "an override without a reason",
            EntryKind.Rollback when moves.GetValueOrDefault(move.Restores ?? 0) is not { } restored || restored.Alias != move.Alias || restored.To != move.To => "a rollback to what never was",
            _ => null,
        };
    }
}
