using EvalHarness.Metrics;

namespace EvalHarness.Calibration;

/// <summary>What is known of the error of a scorer whose metrics a run has.</summary>
/// <param name="Metrics">The metrics' ids.</param>
/// <param name="Measured">Calibrations of this very definition; empty where its error on these data is unknown.</param>
/// <param name="OfOthers">Calibrations that were measured for another definition of the scorer: their figures say nothing of these scores.</param>
public sealed record ScorerError(ScorerDefinition Scorer, IReadOnlyList<string> Metrics, IReadOnlyList<AttachedCalibration> Measured, IReadOnlyList<AttachedCalibration> OfOthers)
{
    /// <summary>One for every scorer among the metrics, in their order.</summary>
    public static IReadOnlyList<ScorerError> Of(IEnumerable<Metric> metrics, IReadOnlyList<AttachedCalibration> attached) =>
    [
        .. from metric in metrics
           where metric.Scorer is not null
           group metric.Id by metric.Scorer into scored
           let ofEvaluator = attached.Where(a => a.Evaluator == scored.Key.Evaluator).ToLookup(a => a.Definition == scored.Key.Definition)
           select new ScorerError(scored.Key, [.. scored], [.. ofEvaluator[true]], [.. ofEvaluator[false]]),
    ];

    /// <summary>Calibrations that no metric is measured by.</summary>
    public static IReadOnlyList<AttachedCalibration> Unused(IReadOnlyList<ScorerError> errors, IReadOnlyList<AttachedCalibration> attached) =>
        [.. attached.Where(a => !errors.Any(e => e.Measured.Contains(a)))];
}
