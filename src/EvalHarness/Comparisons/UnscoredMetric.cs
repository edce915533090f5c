namespace EvalHarness.Comparisons;

/// <summary>A metric that has no value for any row of a pipeline although it should: nothing is known of it, good or bad.</summary>
/// <param name="Rows">Those that are not scored.</param>
/// <param name="Reasons">The commonest first, at most <see cref="UnscoredReasons.Shown"/>, each with its rows.</param>
public sealed record UnscoredMetric(string Pipeline, string Metric, int Rows, IReadOnlyList<(string Reason, int Rows)> Reasons);
