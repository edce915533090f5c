using System.Text.Json.Nodes;

namespace EvalHarness.Metrics;

/// <summary>One sample, one metric.</summary>
/// <param name="Metric">The metric's id.</param>
/// <param name="Value">Present exactly when <paramref name="Outcome"/> is <see cref="Outcome.Scored"/>.</param>
/// <param name="Reason">Why the value is what it is, or why there is none; always present without a value.</param>
/// <param name="Detail">What a person needs to check the value: claims with their evidence, fields that differ.</param>
public sealed record Score(string Metric, Outcome Outcome, double? Value, string? Reason, JsonNode? Detail = null);
