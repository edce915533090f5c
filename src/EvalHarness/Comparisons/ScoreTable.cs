namespace EvalHarness.Comparisons;

/// <summary>The scores of a run by column: one per pipeline and metric, aligned by row.</summary>
/// <remarks>Nine bytes per row and metric: what statistics need, not what people read.</remarks>
public sealed class ScoreTable(IReadOnlyDictionary<(string Pipeline, string Metric), IReadOnlyList<double>> columns)
{
    /// <summary>The values of the rows that have one, in the order of the rows; empty when there is no such column.</summary>
    public IReadOnlyList<double> ScoredValues(string pipeline, string metric) => columns.GetValueOrDefault((pipeline, metric)) ?? [];
}
