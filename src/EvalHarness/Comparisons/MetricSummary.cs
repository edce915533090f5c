using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Comparisons;

/// <summary>One pipeline, one metric, one slice: a line of summary.csv.</summary>
/// <param name="Name">The metric's id, with the quantile where it is one: <c>latency-service-ms:p95</c>.</param>
/// <param name="Slice"><c>all</c> or <c>tag=value</c>.</param>
/// <param name="Estimate">Absent when no row has a value.</param>
public sealed record MetricSummary(string Pipeline, string Name, Metric Metric, string Slice, OutcomeCounts Counts, Estimate? Estimate)
{
    /// <summary>Lines of one slice and pipeline together, in the order of the first list; those of the second follow there.</summary>
    public static IReadOnlyList<MetricSummary> Merge(IReadOnlyList<MetricSummary> first, IReadOnlyList<MetricSummary> second) =>
        [.. first.Concat(second).GroupBy(s => (s.Slice, s.Pipeline)).SelectMany(lines => lines)];
}
