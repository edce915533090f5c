using EvalHarness.Comparisons;
using EvalHarness.Metrics;

namespace EvalHarness.Decisions.Matrix;

/// <summary>A metric's mean over the repeats of a sample.</summary>
public sealed record MetricMeasure(string Id, Unit Unit, Direction Direction) : IMeasure
{
    public Func<int, double?>? Values(ScoreTable table, string pipeline) => table.Column(pipeline, Id) is { } column ? column.MeanOf : null;
}
