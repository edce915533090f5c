using EvalHarness.Metrics;
using EvalHarness.Runs;

namespace EvalHarness.Comparisons;

/// <summary>Counts why metrics that have no value at all have none.</summary>
/// <param name="summaries">Of the run: which metrics those are.</param>
/// <param name="metrics">Those that rows are scored by; what is made of them has no reasons of its own.</param>
public sealed class UnscoredReasons(IReadOnlyList<MetricSummary> summaries, IReadOnlyList<Metric> metrics)
{
    /// <summary>Reasons that are told of one metric.</summary>
    public const int Shown = 3;

    // A judge writes its reasons itself: each may be another one.
    private const int Kept = 1000;

    private readonly Dictionary<(string Pipeline, string Metric), Dictionary<string, int>> reasons = summaries
        .Where(s => s.Slice == Slice.All && s.Counts.IsUnscored && metrics.Any(m => m.Id == s.Name))
        .ToDictionary(s => (s.Pipeline, s.Name), _ => new Dictionary<string, int>(StringComparer.Ordinal));

    public bool IsEmpty => reasons.Count == 0;

    /// <summary>In the order of the summaries.</summary>
    public IReadOnlyList<UnscoredMetric> Metrics => [.. reasons.Select(r => Metric(r.Key.Pipeline, r.Key.Metric, r.Value))];

    public void Add(ResultRow row)
    {
        foreach (var score in row.Scores.Values.Where(s => s.Outcome == Outcome.NotScored))
            if (reasons.TryGetValue((row.Pipeline, score.Metric), out var counts) && score.Reason is { } reason && (counts.Count < Kept || counts.ContainsKey(reason)))
                counts[reason] = counts.GetValueOrDefault(reason) + 1;
    }

    private UnscoredMetric Metric(string pipeline, string metric, Dictionary<string, int> counts) => new(
        pipeline,
        metric,
        summaries.First(s => s.Slice == Slice.All && s.Pipeline == pipeline && s.Name == metric).Counts.NotScored,
        [.. counts.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Take(Shown).Select(r => (r.Key, r.Value))]);
}
