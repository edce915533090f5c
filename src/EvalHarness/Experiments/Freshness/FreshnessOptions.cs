using System.ComponentModel.DataAnnotations;

namespace EvalHarness.Experiments.Freshness;

/// <summary>How it is measured how long a change takes to reach the answers.</summary>
public sealed record FreshnessOptions
{
    public required FactChangeOptions Change { get; init; }

    /// <summary>Those that are measured, by name.</summary>
    public required IReadOnlyDictionary<string, PipelineUpdate> Pipelines { get; init; }

    /// <summary>Changed facts, each of which is one measurement per pipeline: a seeded choice of samples that say what was right before.</summary>
    [Range(1, 1000)]
    public int Facts { get; init; } = 5;

    /// <summary>From one question to the next while the fresh answer is waited for, in seconds.</summary>
    [Range(0.01, 3600)]
    public double PollSeconds { get; init; } = 1;

    /// <summary>How long the fresh answer is waited for after the update has ended, in seconds.</summary>
    [Range(0.1, 604_800)]
    public double TimeoutSeconds { get; init; } = 300;
}
