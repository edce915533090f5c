using EvalHarness.Runs;

namespace EvalHarness.Calibration.Labelling;

/// <summary>A row that may be asked.</summary>
/// <param name="Score">Of the metric that is labelled.</param>
/// <param name="SaidYes">What the scorer says of it.</param>
public sealed record LabelCandidate(ResultRow Row, double Score, bool SaidYes);
