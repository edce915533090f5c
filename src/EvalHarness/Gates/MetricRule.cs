namespace EvalHarness.Gates;

/// <summary>What a policy says of one metric.</summary>
/// <param name="Metric">Its id; of a time with a quantile where it is one: <c>latency-service-ms:p95</c>.</param>
/// <param name="Margin">Present for a guardrail; of an objective, by how much it must be better (0 when absent).</param>
/// <param name="Slices">Slice (<c>tag=value</c>) → margin; each is a guardrail of its own.</param>
public sealed record MetricRule(string Metric, MetricRole Role, Margin? Margin, IReadOnlyDictionary<string, Margin> Slices);
