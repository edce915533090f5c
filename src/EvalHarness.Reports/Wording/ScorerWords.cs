using System.Globalization;
using EvalHarness.Calibration;
using EvalHarness.Calibration.Labelling;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Wording;

/// <summary>A scorer's measured error in words, beside its scores; where it is not measured, that, and how to measure it.</summary>
public static class ScorerWords
{
    private const string Guide = "docs/guides/labels.md";

    /// <summary>Sentences on one scorer: over all labelled answers, or that its error is unknown.</summary>
    public static IEnumerable<string> Of(ScorerError error, RunReport report) =>
    [
        .. error.Measured.Select(c => $"scorer: {Figures(c.Pooled)} ({c.File})."),
        .. error.Measured.Count == 0 ? [Unknown(error, report.Manifest.Id)] : Array.Empty<string>(),
        .. error.OfOthers.Select(c => OfAnother(c, error)),
    ];

    /// <summary>The same by pipeline, where labels say which wrote the answers.</summary>
    public static IEnumerable<string> ByPipeline(ScorerError error, RunReport report) =>
        from calibration in error.Measured
        from pipeline in report.Pipelines
        where calibration.Systems.ContainsKey(pipeline)
        select $"{pipeline}: {Figures(calibration.Systems[pipeline])}.";

    /// <summary>The metrics that a scorer judges, as they are called in reports.</summary>
    public static string Subject(ScorerError error) => List.Of([.. error.Metrics.Select(m => MetricCatalogue.For(m).Label)]);

    /// <summary>"scorer: balanced accuracy .72 [.71, .74]" for one metric of one pipeline: of its own answers where they were labelled, else of all that were. Nothing for a metric that is not judged.</summary>
    public static string? Beside(string metric, string pipeline, RunReport report)
    {
        if (report.ScorerErrors.FirstOrDefault(e => e.Metrics.Contains(metric)) is not { } error)
            return null;
        if (error.Measured.Count == 0)
            return "scorer: error unknown";
        var own = error.Measured.FirstOrDefault(c => c.Systems.ContainsKey(pipeline))?.Systems[pipeline];
        return $"scorer: {Accuracy(own ?? error.Measured[0].Pooled)}{(own is null ? "" : ", on its own answers")}";
    }

    /// <summary>Why a calibration that an experiment names is printed beside no score.</summary>
    public static string Unused(AttachedCalibration calibration, IReadOnlyList<ScorerError> errors) =>
        errors.FirstOrDefault(e => e.OfOthers.Contains(calibration)) is { } error
            ? OfAnother(calibration, error)
            : $"{calibration.File} measures '{calibration.Evaluator}', and no metric of this experiment is judged by it.";

    /// <summary>"balanced accuracy .72 [.71, .74] on 3,915 labelled answers; kappa .44 [.41, .47]".</summary>
    public static string Figures(CalibrationFigures figures) => string.Join("; ", new[]
    {
        $"{Accuracy(figures)} on {Figure.Count(figures.N)} labelled {(figures.N == 1 ? "answer" : "answers")}",
        figures.Kappa is { } kappa ? $"kappa {Short(kappa)}{Interval(figures.KappaLow, figures.KappaHigh)}" : null,
        figures.HumanKappa is { } people ? $"people with people {Short(people)}" : null,
    }.OfType<string>());

    private static string Unknown(ScorerError error, string run)
    {
        var labels = LabelTask.Names.Contains(error.Scorer.Evaluator) ? $"evalharness label export {run} --what {error.Scorer.Evaluator} --out labels" : $"evalharness calibrate --evaluator {error.Scorer.Evaluator}";
        return $"the scorer's error on these data is unknown. To measure it on answers that people label: {labels}; see {Guide}.";
    }

    private static string OfAnother(AttachedCalibration calibration, ScorerError error) =>
        $"{calibration.File} was MEASURED FOR ANOTHER DEFINITION of the scorer ({calibration.Definition}; these scores are of {error.Scorer.Definition}): its figures do not hold here. Measure again: evalharness calibrate --evaluator {calibration.Evaluator} --labels <the same files> --out <folder>";

    private static string Accuracy(CalibrationFigures figures) => figures.BalancedAccuracy is { } accuracy
        ? $"balanced accuracy {Short(accuracy)}{Interval(figures.BalancedAccuracyLow, figures.BalancedAccuracyHigh)}"
        : "balanced accuracy unknown, because every label is the same";

    private static string Interval(double? low, double? high) => low is { } from && high is { } to ? $" [{Short(from)}, {Short(to)}]" : " [unbounded]";

    private static string Short(double value)
    {
        var text = value.ToString("0.00;−0.00;0.00", CultureInfo.InvariantCulture);
        return text.Replace("0.", ".", StringComparison.Ordinal);
    }
}
