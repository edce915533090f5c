using EvalHarness.Comparisons;
using EvalHarness.Decisions.Sweeps;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Studies;

/// <summary>Figures of a point, and what they differ by from the pipeline as it is.</summary>
internal sealed class StudyFigures(ScoreTable table, int seed)
{
    private const double Confidence = 0.95;

    private static readonly Power Power = new();

    private readonly ClusterDraws draws = new(seed);

    /// <returns>Absent when the run has no such metric.</returns>
    public StudyFigure? Of(StudyMeasure measure, string point, string unvaried, bool isTested)
    {
        if (Metric(measure) is not { } metric || table.Column(point, metric.Id) is not { } column)
            return null;
        return measure.Quantile is { } percent ? Quantile(measure.NameOf(metric.Id), metric, column, percent / 100.0, point, unvaried) : Mean(metric, column, point, unvaried, isTested);
    }

    private Metric? Metric(StudyMeasure measure) => measure.Metric == AnswerCorrectness.Id
        ? RightAnswers.Of(table)
        : table.Metrics.FirstOrDefault(m => measure.Metric.EndsWith('@') ? m.Id.StartsWith(measure.Metric, StringComparison.Ordinal) : m.Id == measure.Metric);

    private StudyFigure Mean(Metric metric, ScoreColumn column, string point, string unvaried, bool isTested)
    {
        var all = table.Slices[0];
        var estimate = MeanEstimator.Of(SliceValues.Means(table, column, all), ValueRange.Of(metric.Unit), Confidence, draws);
        if (point == unvaried || table.Column(unvaried, metric.Id) is not { } other)
            return new StudyFigure(metric.Id, metric.Id, metric.Unit, metric.Direction, estimate, null, null, null);
        var differences = SliceValues.Of(all, table, s => column.MeanOf(s) - other.MeanOf(s));
        var tested = DifferenceEstimator.Of(differences, ValueRange.Of(metric.Unit), Confidence, draws);
        return new StudyFigure(metric.Id, metric.Id, metric.Unit, metric.Direction, estimate, tested?.Difference, isTested ? tested?.P : null, isTested ? Needed(differences) : null);
    }

    private StudyFigure Quantile(string name, Metric metric, ScoreColumn column, double share, string point, string unvaried)
    {
        var added = point == unvaried ? null : new AddedTime(table, metric.Id, share, seed).Of(point, unvaried);
        return new StudyFigure(name, metric.Id, metric.Unit, metric.Direction, TimeQuantile.Of(table, column, share), added, null, null);
    }

    private static int? Needed(ClusteredValues differences)
    {
        if (differences.StandardError <= 0)
            return null;
        var needed = Power.SamplesNeeded(PairedVariance.Of(differences), StudyFigure.Margin);
        return needed < int.MaxValue ? (int)Math.Ceiling(needed) : null;
    }
}
