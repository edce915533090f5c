namespace EvalHarness.Cli.Tracking;

/// <summary>What MLflow is told of a run.</summary>
/// <param name="Parameters">Never change, as MLflow demands; what a later score may change is a tag.</param>
/// <param name="Metrics">By key: the estimate over all rows, its interval and number of rows. What has no value is not there.</param>
internal sealed record MlflowRun(string Id, IReadOnlyList<MlflowPair> Parameters, IReadOnlyList<MlflowPair> Tags, IReadOnlyDictionary<string, double> Metrics)
{
    public const string IdTag = "evalharness.run_id";

    public static MlflowRun Of(RunReport report) => new(
        report.Manifest.Id,
        [.. MlflowParameters.Of(report.Manifest)],
        [.. MlflowTags.Of(report)],
        report.Summaries.Where(s => s.Slice == "all").SelectMany(Figures).DistinctBy(f => f.Key).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal));

    private static IEnumerable<(string Key, double Value)> Figures(Comparisons.MetricSummary summary)
    {
        if (summary.Estimate is not { } estimate)
            return [];
        var key = $"{MlflowText.Key(summary.Pipeline)}/{MlflowText.Key(summary.Name)}";
        return new (string Key, double? Value)[] { (key, estimate.Value), (key + ".low", estimate.Low), (key + ".high", estimate.High), (key + ".n", summary.Counts.Scored) }
            .Where(f => f.Value is { } value && double.IsFinite(value))
            .Select(f => (f.Key, f.Value!.Value));
    }
}
