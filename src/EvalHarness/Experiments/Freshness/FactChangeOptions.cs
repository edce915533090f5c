namespace EvalHarness.Experiments.Freshness;

/// <summary>How a fact is changed and changed back: articles that are copied, or two programs.</summary>
public sealed record FactChangeOptions
{
    /// <summary>The newer snapshot, a folder of articles.</summary>
    public string? From { get; init; }

    /// <summary>The folder that is served, in its older state: the articles of a fact's evidence are copied into it, and put back afterwards.</summary>
    public string? To { get; init; }

    /// <summary>Makes the change, in place of copying.</summary>
    public ProbeCommand? Apply { get; init; }

    /// <summary>Takes it back.</summary>
    public ProbeCommand? Restore { get; init; }
}
