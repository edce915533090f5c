namespace EvalHarness.Gates;

/// <summary>What a policy asks of one run.</summary>
public sealed record PolicySection
{
    /// <summary>The experiment whose run is meant; absent when the policy is about one run only.</summary>
    public string? Experiment { get; init; }

    /// <summary>Samples that both sides must have at least, per metric. Default 100.</summary>
    public required int MinimumRows { get; init; }

    /// <summary>Clusters that both sides must have at least, per metric. Default 20.</summary>
    public required int MinimumClusters { get; init; }

    /// <summary>The share of applicable rows that must have a score, on each side, in (0, 1]. Default 0.95.</summary>
    public required double CoverageFloor { get; init; }

    /// <summary>The share of rows that may fail, on each side, in [0, 1). Default 0.02.</summary>
    public required double ErrorBudget { get; init; }

    /// <summary>In the order of the file.</summary>
    public required IReadOnlyList<MetricRule> Metrics { get; init; }

    /// <summary>Metric, with its quantile where it has one → what the candidate's figure may be at most, in the metric's unit.</summary>
    public required IReadOnlyDictionary<string, double> Ceilings { get; init; }
}
