using EvalHarness.Comparisons;
using EvalHarness.Gates;
using EvalHarness.Metrics;

namespace EvalHarness.Nightly;

/// <summary>One thing that the gate forbids, and the night watches for.</summary>
/// <param name="Name">The metric with its quantile where it has one.</param>
/// <param name="Granted">0 for metrics that must not deteriorate at all.</param>
internal sealed record Guardrail(string Name, Metric Metric, Slice Slice, Margin Granted)
{
    // As in the gate: smaller slices are told, not judged.
    private const int FewestInSlice = 30;

    /// <summary>Whether rows are paired and bet on; times, tokens, money and quantiles are watched as one figure a night.</summary>
    public bool IsPaired => Metric.Worst is not null && Name == Metric.Id;

    public bool IsWatched => Slice.IsAll || Slice.Samples.Count >= FewestInSlice;

    /// <summary>The policy's guardrails and metrics that must not deteriorate, each with its slices.</summary>
    public static IReadOnlyList<Guardrail> Of(PolicySection policy, ScoreTable scores) =>
    [
        .. from rule in policy.Metrics
           where rule.Role is MetricRole.Guardrail or MetricRole.DeteriorationOnly
           let metric = scores.Metrics.First(m => m.Id == WatchedFigure.Id(rule.Metric))
           from slice in scores.Slices
           let margin = slice.IsAll ? rule.Margin ?? new Margin(0, IsRelative: false) : rule.Slices.GetValueOrDefault(slice.Name)
           where margin is not null
           select new Guardrail(rule.Metric, metric, slice, margin),
    ];
}
