namespace EvalHarness.Promotions;

/// <summary>What is told of an alias's moves, and who is asked what is served.</summary>
public sealed record AliasHooks
{
    public Hook? OnPromote { get; init; }

    public Hook? OnRollback { get; init; }

    /// <summary>Absent when nobody can say what is served.</summary>
    public ServedSource? Serves { get; init; }
}
