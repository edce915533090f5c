using EvalHarness.Metrics;

namespace EvalHarness.Nightly;

/// <summary>What a night says of one figure of one side against its burn-in: the warning.</summary>
public sealed record SeriesLine
{
    /// <summary>Metric, with its quantile where it has one.</summary>
    public required string Figure { get; init; }

    /// <summary><c>candidate</c> or <c>champion</c>: what strays on the champion's side is the environment's.</summary>
    public required string Side { get; init; }

    public required string DefinitionId { get; init; }

    public required Unit Unit { get; init; }

    /// <summary>In the metric's unit.</summary>
    public required double Value { get; init; }

    /// <summary>What the detector is fed, higher is worse: the logarithm of times, tokens and money. Absent when outputs were those of the night before.</summary>
    public double? Watched { get; init; }

    public required double Statistic { get; init; }

    /// <summary>Absent while the burn-in is learned.</summary>
    public double? Threshold { get; init; }

    public required WatchOutcome Outcome { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Why { get; init; }

    public int? OnsetNight { get; init; }
}
