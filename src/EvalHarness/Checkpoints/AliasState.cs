namespace EvalHarness.Checkpoints;

/// <summary>What an alias names, and how it came to that.</summary>
/// <param name="Moved">The entry that moved it here last; a rollback, perhaps.</param>
/// <param name="Standing">The promotions and overrides that were not rolled back, oldest first; the last one is where the alias is.</param>
/// <param name="Confirmations">By the entry that they speak of; a later one replaces an earlier.</param>
public sealed record AliasState(string Alias, RegistryEntry Moved, IReadOnlyList<RegistryEntry> Standing, IReadOnlyDictionary<int, Confirmation> Confirmations)
{
    /// <summary>As name@version.</summary>
    public string Checkpoint => Moved.Move!.To;

    /// <summary>Whether it is here without a verdict: somebody overrode the gate.</summary>
    public bool IsOverride => Standing[^1].Kind == EntryKind.Override;

    /// <summary>Why nobody knows that it is in use; absent when it was confirmed, or when there was nobody to ask.</summary>
    public string? NotConfirmed => NotConfirmedAt(Moved);

    /// <summary>Where a rollback goes: the last that a verdict let in and that was not found wanting where it was deployed; where there is none, the last override.</summary>
    public RegistryEntry? LastGood
    {
        get
        {
            var before = Standing.Take(Standing.Count - 1).Reverse().Where(e => e.Move!.To != Checkpoint).ToList();
            return before.Find(e => e.Kind == EntryKind.Promote && NotConfirmedAt(e) is null) ?? before.FirstOrDefault();
        }
    }

    private string? NotConfirmedAt(RegistryEntry moved) => Confirmations.GetValueOrDefault(moved.Sequence) switch
    {
        { Confirmed: true } => null,
        { } confirmation => confirmation.Why,
        null => moved.Move!.AwaitsConfirmation ? "the command ended before its hook did" : null,
    };
}
