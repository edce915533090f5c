using EvalHarness.Calibration;
using EvalHarness.Metrics;

namespace EvalHarness.Gates;

/// <summary>Finds what is known of a metric's scorer on both sides' answers, or says why it cannot be believed.</summary>
internal sealed class ScorerLookup(GateRun run, double kappaFloor)
{
    /// <param name="unknown">Why the metric is information only; absent when nothing estimates it, or its error is known and small enough.</param>
    public ScorerPair? Of(Metric metric, out string? unknown)
    {
        unknown = null;
        if (metric.Scorer is null)
        {
            unknown = metric.IsJudged ? $"{metric.Id} is judged, and no calibration is made of its judge: it can be information only" : null;
            return null;
        }

        if (metric.Unit is not Unit.YesNo)
        {
            unknown = $"{metric.Id} is estimated, and labels of whole answers cannot correct it: it can be information only";
            return null;
        }

        var measured = run.Scorers.FirstOrDefault(s => s.Scorer == metric.Scorer)?.Measured ?? [];
        var (candidate, baseline) = (Figures(measured, run.Candidate.Pipeline), Figures(measured, run.Baseline.Pipeline));
        unknown = Uncalibrated(metric, candidate, run.Candidate.Pipeline) ?? Uncalibrated(metric, baseline, run.Baseline.Pipeline);
        return unknown is null ? new ScorerPair(ScorerPair.Of(candidate)!, ScorerPair.Of(baseline)!, Least(candidate!.KappaLow, baseline!.KappaLow)) : null;
    }

    // The last calibration that saw the pipeline's answers counts.
    private static CalibrationFigures? Figures(IReadOnlyList<AttachedCalibration> measured, string pipeline) =>
        measured.Select(m => m.Systems.GetValueOrDefault(pipeline)).LastOrDefault(f => f is not null);

    private string? Uncalibrated(Metric metric, CalibrationFigures? figures, string pipeline) => figures switch
    {
        null => $"{metric.Id} is estimated, and its scorer's error on the answers of '{pipeline}' is unknown: label some (evalharness label export), calibrate, and name the calibration in the experiment",
        _ when ScorerPair.Of(figures) is not { Youden: > 0 } => $"the scorer of {metric.Id} is no better than chance on the labelled answers of '{pipeline}', or they are all of one class",
        { KappaLow: null } => $"kappa of the scorer of {metric.Id} on the answers of '{pipeline}' has no interval: label more of them",
        { KappaLow: { } low } when low < kappaFloor => FormattableString.Invariant($"kappa of the scorer of {metric.Id} on the answers of '{pipeline}' may be as low as {low:0.00}; the policy's floor is {kappaFloor:0.00}: use a better judge, or label more"),
        _ => null,
    };

    private static double? Least(double? one, double? other) => one is null || other is null ? null : Math.Min(one.Value, other.Value);
}
