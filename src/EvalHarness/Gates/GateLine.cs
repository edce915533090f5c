using EvalHarness.Statistics;

namespace EvalHarness.Gates;

/// <summary>One metric, slice or condition of a policy, how it ended, and why.</summary>
public sealed record GateLine
{
    /// <summary>The experiment that was judged.</summary>
    public required string Experiment { get; init; }

    /// <summary>A metric's id with its quantile, or the condition: <c>coverage</c>, <c>errors</c>, <c>looks</c>.</summary>
    public required string Metric { get; init; }

    public required string Slice { get; init; }

    /// <summary><c>objective</c>, <c>guardrail</c>, <c>deterioration-only</c>, <c>information</c>, <c>ceiling</c>, <c>condition</c>.</summary>
    public required string Role { get; init; }

    public required LineOutcome Outcome { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Why { get; init; }

    public string? DefinitionId { get; init; }

    /// <summary>In the metric's unit; a relative margin times the baseline's mean.</summary>
    public double? Margin { get; init; }

    /// <summary>The candidate's own figure and the baseline's.</summary>
    public double? Candidate { get; init; }

    public double? Baseline { get; init; }

    /// <summary>Candidate − baseline with the interval that decides: its worse end is a one-sided bound at <see cref="Alpha"/>.</summary>
    public Estimate? Difference { get; init; }

    /// <summary>One-sided, of the test that the interval inverts; adjusted where the role demands it.</summary>
    public double? P { get; init; }

    /// <summary>What <see cref="P"/> is held against.</summary>
    public double? Alpha { get; init; }

    public string? Test { get; init; }

    /// <summary>Samples that both sides have.</summary>
    public int? N { get; init; }

    public int? Clusters { get; init; }

    public int? Wins { get; init; }

    public int? Losses { get; init; }

    /// <summary>Samples needed to decide with 80 % power if the candidate is as good as the baseline; present when inconclusive.</summary>
    public int? NNeeded { get; init; }

    /// <summary>Present when a model or verifier stands between the answers and the figure.</summary>
    public ScorerNote? Scorer { get; init; }
}
