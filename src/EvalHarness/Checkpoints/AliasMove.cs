namespace EvalHarness.Checkpoints;

/// <summary>An alias names another checkpoint from here on.</summary>
public sealed record AliasMove
{
    /// <summary><c>production</c>, <c>candidate</c>, or any name without an @.</summary>
    public required string Alias { get; init; }

    /// <summary>What it named before, as name@version; absent when it is new.</summary>
    public string? From { get; init; }

    /// <summary>As name@version.</summary>
    public required string To { get; init; }

    /// <summary>Of a rollback: the entry that moved the alias here in the first place.</summary>
    public int? Restores { get; init; }

    /// <summary>Why; there for every override.</summary>
    public string? Reason { get; init; }

    /// <summary>What spoke against it; there for every override.</summary>
    public IReadOnlyList<string> Overridden { get; init; } = [];

    /// <summary>The verdict that it rests on, or was made against; absent for a rollback.</summary>
    public GateReference? Gate { get; init; }

    /// <summary>The lint result of its training data; absent when none was recorded.</summary>
    public LintReference? Lint { get; init; }

    /// <summary>Whether something was to be told of the move, or asked afterwards: until an entry says what came of it, it is not confirmed.</summary>
    public bool AwaitsConfirmation { get; init; }
}
