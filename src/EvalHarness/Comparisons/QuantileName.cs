using EvalHarness.Metrics;

namespace EvalHarness.Comparisons;

/// <summary>A quantile that is reported beside the mean of a time: <c>latency-service-ms:p95</c>.</summary>
internal sealed record QuantileName(string Name, double Share)
{
    private static readonly QuantileName P95 = new("p95", 0.95);
    private static readonly QuantileName[] Whole = [new("p50", 0.5), P95, new("p99", 0.99)];

    // What a user waits is worth a line in every slice; stages and middles are not.
    private static readonly string[] InSlices = ["latency-service-ms", "latency-felt-ms"];

    public static IReadOnlyList<QuantileName> Of(Metric metric, Slice slice) => metric.Unit switch
    {
        not Unit.Milliseconds => [],
        _ when slice.IsAll => Whole,
        _ when InSlices.Contains(metric.Id) => [P95],
        _ => [],
    };
}
