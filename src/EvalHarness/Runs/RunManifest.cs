using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Runs;

/// <summary>What a run was made from: written when it starts, completed when it ends (<c>run.json</c>).</summary>
public sealed record RunManifest
{
    public required string Id { get; init; }

    /// <summary>The experiment's name.</summary>
    public required string Name { get; init; }

    /// <summary>Over experiment, dataset, pipelines, repeats and rows: an unfinished run with an equal one is resumed.</summary>
    public required string ManifestHash { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Absent while the run is unfinished.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The experiment file as it was read, absolute.</summary>
    public required string ExperimentFile { get; init; }

    /// <summary>What the command line changed in the experiment, as <c>key.path=value</c>: applied again when the run is scored or reported again.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>The command that made the run, as it was typed.</summary>
    public required string Command { get; init; }

    public required DatasetRecord Dataset { get; init; }

    /// <summary>Hashes of what was read, by role: experiment, corpus, prices, schema.</summary>
    public required IReadOnlyDictionary<string, string> Hashes { get; init; }

    public required IReadOnlyList<PipelineSpec> Pipelines { get; init; }

    /// <summary>The pipeline that the others are compared with.</summary>
    public required string Baseline { get; init; }

    public required RunOptions Options { get; init; }

    public required int WorkItems { get; init; }

    /// <summary>What was made before the first question: the preparation ledger. Absent when nothing was.</summary>
    public IReadOnlyList<PreparationEntry>? Preparation { get; init; }

    /// <summary>Why the replay ended early when it was last under way; absent when nothing stopped it.</summary>
    public IReadOnlyList<RunStop>? Stops { get; init; }

    /// <summary>What was learned of the endpoints' limits, in order; absent where none was.</summary>
    public IReadOnlyList<LimitChange>? LimitChanges { get; init; }

    public required EnvironmentRecord Environment { get; init; }

    /// <summary>Things a reader of the report must know: a checkpoint that was trained for this run, an adaptive limiter.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
