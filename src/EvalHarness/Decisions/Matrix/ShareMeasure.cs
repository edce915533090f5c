using EvalHarness.Comparisons;
using EvalHarness.Metrics;

namespace EvalHarness.Decisions.Matrix;

/// <summary>Whether a metric reaches a value: of <c>citation-recall</c> 1, that a reader can verify every sentence of the answer.</summary>
/// <param name="Least">In the metric's unit.</param>
public sealed record ShareMeasure(string Id, string Metric, double Least) : IMeasure
{
    public Unit Unit => Unit.YesNo;

    public Direction Direction => Direction.Higher;

    public Func<int, double?>? Values(ScoreTable table, string pipeline) =>
        table.Column(pipeline, Metric) is { } column ? sample => column.ShareFrom(sample, Least) : null;
}
