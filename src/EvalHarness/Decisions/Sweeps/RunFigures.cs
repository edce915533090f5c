using EvalHarness.Comparisons;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Sweeps;

/// <summary>The figures of a run by pipeline and name.</summary>
internal sealed class RunFigures(IReadOnlyList<MetricSummary> summaries)
{
    private readonly Dictionary<(string Pipeline, string Name, string Slice), MetricSummary> byName =
        summaries.DistinctBy(s => (s.Pipeline, s.Name, s.Slice)).ToDictionary(s => (s.Pipeline, s.Name, s.Slice));

    /// <summary>Absent when the run has no such line.</summary>
    public MetricSummary? Find(string pipeline, string name, string slice = Slice.All) => byName.GetValueOrDefault((pipeline, name, slice));

    /// <summary>Absent when no row has a value.</summary>
    public Estimate? Estimate(string pipeline, string name) => Find(pipeline, name)?.Estimate;
}
