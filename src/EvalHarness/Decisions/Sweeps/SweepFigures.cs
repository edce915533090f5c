using EvalHarness.Comparisons;

namespace EvalHarness.Decisions.Sweeps;

/// <summary>Which figures of a point are shown: the objective, what retrieval finds, money, and times.</summary>
internal sealed class SweepFigures(RunFigures figures, IReadOnlyList<MetricSummary> summaries, string? tag)
{
    private const string Recall = "retrieval-recall@";

    /// <summary>Those that any point has.</summary>
    public IReadOnlyList<string> Names(SweepAim aim)
    {
        string[] wanted = [aim.Objective.Id, .. Recalls(), SweepAxes.Cost, .. new[] { "latency-search-ms", "latency-rerank-ms", SweepAxes.Latency }.Select(m => $"{m}:{aim.Quantile}")];
        var known = summaries.Where(s => s.Slice == Slice.All && s.Estimate is not null).Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        return [.. wanted.Distinct(StringComparer.Ordinal).Where(name => known.Contains(name) || name == aim.Objective.Id)];
    }

    /// <summary>In slices only what a mean is made of: the objective and recall.</summary>
    public IReadOnlyList<PointFigure> Of(SweepPoint point, SweepAim aim)
    {
        var names = Names(aim);
        return
        [
            .. names.Select(name => Figure(point, name, Slice.All)).OfType<PointFigure>(),
            .. from slice in Slices()
               from name in names
               where name == aim.Objective.Id || name.StartsWith(Recall, StringComparison.Ordinal)
               let figure = Figure(point, name, slice)
               where figure is not null
               select figure,
        ];
    }

    private IEnumerable<string> Recalls() => summaries.Select(s => s.Name).Where(n => n.StartsWith(Recall, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);

    private IEnumerable<string> Slices() => tag is null ? [] : summaries.Select(s => s.Slice).Distinct(StringComparer.Ordinal).Where(s => s.StartsWith($"{tag}=", StringComparison.Ordinal));

    private PointFigure? Figure(SweepPoint point, string name, string slice) =>
        figures.Find(point.Name, name, slice) is { } line ? new PointFigure(name, slice, line.Metric.Unit, line.Estimate, line.Counts.Scored, line.Counts.Applicable) : null;
}
