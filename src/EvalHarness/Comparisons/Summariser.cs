using EvalHarness.Diagnosis;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Comparisons;

/// <summary>From scores to estimates: per slice, pipeline and metric, with all four counts.</summary>
/// <remarks>
/// Counts are of rows; an estimate's n is of samples, whose repeats are averaged first. A row that should have a value and has none
/// counts as the metric's worst, and of times, tokens and money, which have no worst, it is only counted. Where not one row is scored there is no estimate.
/// </remarks>
public sealed class Summariser(int seed)
{
    private const double Confidence = 0.95;

    private readonly ClusterDraws draws = new(seed);

    /// <returns>Slice <c>all</c> first, then by slice, pipeline and metric in the table's order.</returns>
    public IReadOnlyList<MetricSummary> Summarise(ScoreTable table) =>
        [.. from slice in table.Slices from pipeline in table.Pipelines from line in Lines(table, pipeline, slice) select line];

    private IEnumerable<MetricSummary> Lines(ScoreTable table, string pipeline, Slice slice)
    {
        foreach (var column in table.Metrics.Select(m => table.Column(pipeline, m.Id)!))
        {
            var counts = column.Counts(slice.Samples);
            yield return new(pipeline, column.Metric.Id, column.Metric, slice.Name, counts, counts.IsUnscored ? null : Mean(table, column, slice));
            foreach (var quantile in QuantileName.Of(column.Metric, slice))
                yield return new(pipeline, $"{column.Metric.Id}:{quantile.Name}", column.Metric, slice.Name, counts, AtQuantile(column, slice, quantile.Share));
        }

        if (CostPerCorrect(table, pipeline, slice) is { } cost)
            yield return cost;
    }

    private Estimate? Mean(ScoreTable table, ScoreColumn column, Slice slice)
    {
        var estimate = MeanEstimator.Of(SliceValues.Means(table, column, slice), ValueRange.Of(column.Metric.Unit), Confidence, draws);
        // With few rows a t interval reaches below what a time or a price can be.
        return estimate is { Low: { } low } ? estimate with { Low = Math.Max(low, ValueRange.Least(column.Metric.Unit)) } : estimate;
    }

    private static Estimate? AtQuantile(ScoreColumn column, Slice slice, double share)
    {
        var values = column.Ascending(slice.Samples);
        if (values.Length == 0)
            return null;
        var samples = slice.Samples.Count(s => column.MeanOf(s) is not null);
        return OrderStatistic.Of(values, samples, share, Confidence).Around(Quantile.Of(values, share), Confidence, "order-statistic", samples);
    }

    private static MetricSummary? CostPerCorrect(ScoreTable table, string pipeline, Slice slice)
    {
        if (table.Column(pipeline, CostOfPass.Cost) is not { } cost || table.Column(pipeline, CostOfPass.Correctness) is not { } correctness)
            return null;
        var metric = CostOfPass.Metric(cost.Metric, correctness.Metric);
        return new(pipeline, metric.Id, metric, slice.Name, RatioColumns.Counts(cost, correctness, slice), RatioColumns.Ratio(table, cost, correctness, slice, Confidence));
    }
}
