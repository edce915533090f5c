using EvalHarness.Checkpoints;

namespace EvalHarness.Promotions;

/// <summary>A checkpoint that somebody wants an alias to name, with all that speaks for it.</summary>
public sealed record PromotionRequest
{
    public required CheckpointRecord Checkpoint { get; init; }

    public required string Alias { get; init; }

    /// <summary>Absent only for an override without a verdict.</summary>
    public GateEvidence? Gate { get; init; }

    /// <summary>Absent where there is no verdict.</summary>
    public StandingPolicy? Policy { get; init; }

    /// <summary>The runs of the verdict, in its order.</summary>
    public IReadOnlyList<StandingRun> Runs { get; init; } = [];

    /// <summary>Lint results that were found, of any training data.</summary>
    public IReadOnlyList<LintRecord> Lints { get; init; } = [];

    /// <summary>How old a verdict may be. Default: 14 days.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromDays(14);

    /// <summary>Why it is promoted whatever speaks against it.</summary>
    public string? Override { get; init; }
}
