namespace EvalHarness.Metrics;

/// <summary>What judges a metric's rows: its error is measured by <c>calibrate</c>.</summary>
/// <param name="Evaluator">As <c>calibrate --evaluator</c> names it.</param>
/// <param name="Definition">What a calibration must have been measured with to hold for the metric.</param>
public sealed record ScorerDefinition(string Evaluator, string Definition);
