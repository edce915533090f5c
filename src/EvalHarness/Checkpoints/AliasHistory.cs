namespace EvalHarness.Checkpoints;

/// <summary>Follows aliases through the entries of a registry.</summary>
internal static class AliasHistory
{
    /// <summary>Every alias as it stands at the end, by name.</summary>
    public static IReadOnlyDictionary<string, AliasState> Of(IReadOnlyList<RegistryEntry> entries)
    {
        SortedDictionary<string, AliasState> aliases = new(StringComparer.Ordinal);
        var confirmations = entries.Select(e => e.Confirmation).OfType<Confirmation>().GroupBy(c => c.Of).ToDictionary(g => g.Key, g => g.Last());
        foreach (var entry in entries)
            if (entry.Move is { } move)
                aliases[move.Alias] = new AliasState(move.Alias, entry, Standing(aliases.GetValueOrDefault(move.Alias)?.Standing ?? [], entry), confirmations);
        return aliases;
    }

    private static IReadOnlyList<RegistryEntry> Standing(IReadOnlyList<RegistryEntry> before, RegistryEntry entry) => entry.Kind == EntryKind.Rollback
        ? [.. before.TakeWhile(e => e.Sequence <= entry.Move!.Restores)]
        : [.. before, entry];
}
