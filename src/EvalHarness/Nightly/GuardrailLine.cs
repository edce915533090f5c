using EvalHarness.Metrics;

namespace EvalHarness.Nightly;

/// <summary>What a night says of one guardrail: the alarm.</summary>
public sealed record GuardrailLine
{
    /// <summary>The detector of answers drawn anew, with the test of changes.</summary>
    public const string Betting = "e-shiryaev-roberts";

    /// <summary>Without a champion.</summary>
    public const string Conformal = "conformal";

    /// <summary>For times, tokens, money and quantiles.</summary>
    public const string Cusum = "cusum";

    /// <summary>With its quantile where it has one.</summary>
    public required string Metric { get; init; }

    /// <summary><c>all</c> or <c>tag=value</c>.</summary>
    public required string Slice { get; init; }

    public required string DefinitionId { get; init; }

    public required Unit Unit { get; init; }

    public required string Detector { get; init; }

    /// <summary>What the gate permits, in the metric's unit; of <c>cusum</c> the logarithm of the permitted ratio.</summary>
    public required double Margin { get; init; }

    public required WatchOutcome Outcome { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Why { get; init; }

    /// <summary>Samples that both sides have.</summary>
    public int N { get; init; }

    public int Clusters { get; init; }

    /// <summary>Samples whose answers were drawn anew.</summary>
    public int Anew { get; init; }

    public double? Candidate { get; init; }

    public double? Champion { get; init; }

    /// <summary>The night's evidence; absent when outputs gave none.</summary>
    public double? E { get; init; }

    /// <summary>Of a change that was judged tonight.</summary>
    public double? ChangeP { get; init; }

    /// <summary>What <c>conformal</c> and <c>cusum</c> are fed; absent when outputs were those of the night before.</summary>
    public double? Watched { get; init; }

    public double Statistic { get; init; }

    /// <summary>Absent while a burn-in is learned.</summary>
    public double? Threshold { get; init; }

    public int? AlarmNight { get; init; }

    public int? OnsetNight { get; init; }
}
