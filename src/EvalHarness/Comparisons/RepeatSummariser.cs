using EvalHarness.Diagnosis;
using EvalHarness.Evaluators;
using EvalHarness.Metrics;
using EvalHarness.Runs;
using EvalHarness.Statistics;

namespace EvalHarness.Comparisons;

/// <summary>From repeats to estimates of consistency: per slice and pipeline, over samples, with intervals clustered like every other.</summary>
/// <remarks>Counts are of samples. A sample of which repeats are missing is not counted.</remarks>
public sealed class RepeatSummariser(int seed, int repeats, AnswerReader reader)
{
    private const double Confidence = 0.95;
    private const double NoSpread = 1e-12;

    private readonly ClusterDraws draws = new(seed);

    /// <param name="rows">In the order of the plan; read once, and not at all where each question has one answer.</param>
    /// <param name="table">The run's scores.</param>
    public async Task<IReadOnlyList<MetricSummary>> SummariseAsync(IAsyncEnumerable<ResultRow> rows, ScoreTable table, CancellationToken cancellationToken)
    {
        if (table.Metrics.FirstOrDefault(m => m.Id == AnswerCorrectness.Id) is not { } correctness)
            return [];
        var consistency = new Consistency(repeats, correctness, reader.Definition);
        if (repeats < 2)
            return [.. NotApplicable(table, consistency)];
        var scores = new RepeatScores(consistency, reader);
        var together = await ScoreTable.LoadAsync(scores.OverRepeatsAsync(rows, cancellationToken), scores.Metrics, cancellationToken);
        return [.. new Summariser(seed).Summarise(together).SelectMany(line => Lines(line, together, consistency))];
    }

    private static IEnumerable<MetricSummary> NotApplicable(ScoreTable table, Consistency consistency) =>
        from pipeline in table.Pipelines
        let samples = Enumerable.Range(0, table.Samples.Count).Count(s => table.Causes(pipeline)!.Of(s).Count > 0)
        from metric in consistency.PerSample.Append(consistency.VarianceBetween)
        select new MetricSummary(pipeline, metric.Id, metric, Slice.All, new OutcomeCounts(0, samples, 0, 0), null);

    // The mean is a figure of the run's own; what is made of it takes its place.
    private IEnumerable<MetricSummary> Lines(MetricSummary line, ScoreTable together, Consistency consistency)
    {
        var slice = together.Slices.Single(s => s.Name == line.Slice);
        if (line.Metric == consistency.Mean)
            return [line with { Name = consistency.VarianceBetween.Id, Metric = consistency.VarianceBetween, Estimate = Between(line.Pipeline, slice, together, consistency) }];
        return [line.Metric == consistency.VarianceWithin ? line with { Estimate = Within(line.Pipeline, slice, together, consistency) } : line];
    }

    // Of values in [0, 1] it has a largest value: where no repeat differs its interval still does not end at 0.
    private Estimate? Within(string pipeline, Slice slice, ScoreTable together, Consistency consistency)
    {
        var values = SliceValues.Means(together, together.Column(pipeline, consistency.VarianceWithin.Id)!, slice);
        return MeanEstimator.Of(values, new ValueRange(0, VarianceComponents.Largest(repeats)), Confidence, draws);
    }

    private Estimate? Between(string pipeline, Slice slice, ScoreTable together, Consistency consistency)
    {
        var (means, variances) = (together.Column(pipeline, consistency.Mean.Id)!, together.Column(pipeline, consistency.VarianceWithin.Id)!);
        var samples = slice.Samples.Where(s => variances.ValueOf(s, 0) is not null).ToList();
        double[] mean = [.. samples.Select(s => means.ValueOf(s, 0)!.Value)];
        double[] variance = [.. samples.Select(s => variances.ValueOf(s, 0)!.Value)];
        if (VarianceComponents.Of(mean, variance, repeats) is not { } components)
            return null;
        var parts = new ClusteredValues(components.Contributions(mean, variance), samples.Select(s => together.Samples[s].ClusterIndex));
        return AtLeastZero(MeanEstimator.Of(parts, range: null, Confidence, draws)!, isSpread: parts.StandardError > NoSpread);
    }

    // No variance is below 0, though its estimate may be; and samples that are all alike say nothing of how unlike others may be.
    private static Estimate AtLeastZero(Estimate estimate, bool isSpread) => estimate with
    {
        Value = Math.Max(estimate.Value, 0),
        Low = estimate.Low is { } low ? Math.Max(low, 0) : null,
        High = isSpread && estimate.High is { } high ? Math.Max(high, 0) : null,
    };
}
