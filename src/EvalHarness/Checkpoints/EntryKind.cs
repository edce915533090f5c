namespace EvalHarness.Checkpoints;

/// <summary>What an entry of the registry says.</summary>
public enum EntryKind
{
    /// <summary>A checkpoint is known from here on; its description never changes.</summary>
    Register,

    /// <summary>An alias moves, on a verdict.</summary>
    Promote,

    /// <summary>An alias moves against, or without, a verdict: somebody wanted it.</summary>
    Override,

    /// <summary>An alias goes back to what it named before.</summary>
    Rollback,

    /// <summary>What the hook of a move came to, and which model was served afterwards.</summary>
    Confirmation,

    /// <summary>Whether the checkpoint that a rollback would go to still answers.</summary>
    Drill,
}
