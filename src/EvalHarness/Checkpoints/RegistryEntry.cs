namespace EvalHarness.Checkpoints;

/// <summary>One line of the registry: docs/schemas/checkpoint-registry.schema.json.</summary>
public sealed record RegistryEntry
{
    /// <summary>Counts from 1.</summary>
    public required int Sequence { get; init; }

    /// <summary>The hash of the entry before; zeros for the first.</summary>
    public required string Previous { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who: the user's name on the machine, or what <c>--by</c> says.</summary>
    public required string By { get; init; }

    /// <summary>As it was typed.</summary>
    public required string Command { get; init; }

    public required EntryKind Kind { get; init; }

    /// <summary>There exactly when <see cref="Kind"/> is register.</summary>
    public CheckpointRecord? Checkpoint { get; init; }

    /// <summary>There exactly when <see cref="Kind"/> is promote, override or rollback.</summary>
    public AliasMove? Move { get; init; }

    /// <summary>There exactly when <see cref="Kind"/> is confirmation.</summary>
    public Confirmation? Confirmation { get; init; }

    /// <summary>There exactly when <see cref="Kind"/> is drill.</summary>
    public DrillRecord? Drill { get; init; }

    /// <summary>SHA-256 of the canonical form of all the rest: see <see cref="CanonicalJson"/>.</summary>
    public string Hash { get; init; } = "";
}
