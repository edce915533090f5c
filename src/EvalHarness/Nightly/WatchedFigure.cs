using EvalHarness.Comparisons;
using EvalHarness.Metrics;

namespace EvalHarness.Nightly;

/// <summary>A figure a night: a metric's mean, or a quantile of it.</summary>
internal static class WatchedFigure
{
    // Watched on either side, whatever the policy says; a time at its tail.
    private static readonly string[] Means = ["cost-usd", "format-strict"];
    private static readonly string[] Tails = [":p95", ":p99"];
    private const string Recall = "retrieval-recall@";

    /// <summary>The metric of a name that may have a quantile.</summary>
    public static string Id(string name) => name.Split(':')[0];

    public static bool IsWatched(MetricSummary summary) => summary.Slice == Slice.All && summary.Estimate is not null && (Means.Contains(summary.Name)
        || summary.Name.StartsWith(Recall, StringComparison.Ordinal)
        || (summary.Metric.Unit is Unit.Milliseconds && Tails.Any(t => summary.Name.EndsWith(t, StringComparison.Ordinal))));

    /// <summary>Higher is worse; times, tokens and money by their logarithm, because they vary in proportion.</summary>
    /// <returns>Absent where there is no logarithm.</returns>
    public static double? Worse(Metric metric, double value)
    {
        var sign = metric.Direction == Direction.Lower ? 1 : -1;
        if (metric.Worst is not null)
            return sign * value;
        return value > 0 ? sign * Math.Log(value) : null;
    }

    /// <summary>The least spread that is believed: one row of a rate, half a percent of the rest.</summary>
    public static double Floor(Metric metric, int n) => metric.Worst is not null ? 1.0 / Math.Max(1, n) : 0.005;

    /// <summary>Whether it moves although outputs are the same bytes.</summary>
    public static bool IsTime(Metric metric) => metric.Unit is Unit.Milliseconds;
}
