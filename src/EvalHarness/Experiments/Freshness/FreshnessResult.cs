namespace EvalHarness.Experiments.Freshness;

/// <summary>Measured lags, as they are printed and written.</summary>
public sealed record FreshnessResult
{
    /// <summary>The experiment's name.</summary>
    public required string Experiment { get; init; }

    public required FreshnessOptions Options { get; init; }

    /// <summary>By fact, then pipeline.</summary>
    public required IReadOnlyList<FreshnessProbe> Probes { get; init; }

    /// <summary>As it was typed.</summary>
    public required string Command { get; init; }

    /// <summary>In the order of the experiment.</summary>
    public IReadOnlyList<LagSummary> Summaries => [.. Probes.GroupBy(p => p.Pipeline, StringComparer.Ordinal).Select(g => LagSummary.Of(g.Key, [.. g]))];
}
