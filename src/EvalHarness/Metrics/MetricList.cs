namespace EvalHarness.Metrics;

/// <summary>The same outcome for all of an evaluator's metrics.</summary>
public static class MetricList
{
    public static IReadOnlyList<Score> Failed(this IReadOnlyList<Metric> metrics, string error) => [.. metrics.Select(m => m.Failed(error))];

    public static IReadOnlyList<Score> NotApplicable(this IReadOnlyList<Metric> metrics, string reason) => [.. metrics.Select(m => m.NotApplicable(reason))];

    public static IReadOnlyList<Score> NotScored(this IReadOnlyList<Metric> metrics, string reason) => [.. metrics.Select(m => m.NotScored(reason))];
}
