namespace EvalHarness.Gates;

/// <summary>What a candidate must keep to be promoted: a policy file, read and checked. Write it before the run.</summary>
public sealed record Policy
{
    public required string Name { get; init; }

    /// <summary>The file it was read from, absolute.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of what it says, comments left out.</summary>
    public required string Hash { get; init; }

    /// <summary>The pipeline in question, or a checkpoint (<c>checkpoint:name@version</c>); absent when the command line names it.</summary>
    public string? Candidate { get; init; }

    /// <summary>A pipeline, <c>checkpoint:…</c> or <c>run:…</c>; absent when the command line names it, else the run's own baseline.</summary>
    public string? Baseline { get; init; }

    /// <summary>The chance, over all looks at one dataset, that a candidate worse by the margin is promoted. Default 0.05, one-sided.</summary>
    public required double Alpha { get; init; }

    /// <summary>How many looks at one dataset are planned: each gets the same share of α. Absent: each look gets half of what is left.</summary>
    public int? Looks { get; init; }

    /// <summary>Where the lower end of the interval of kappa must lie at least for a scorer to be believed. Default 0.4.</summary>
    public required double KappaFloor { get; init; }

    /// <summary>In the order of the file; one without <see cref="PolicySection.Experiment"/> stands alone.</summary>
    public required IReadOnlyList<PolicySection> Sections { get; init; }
}
