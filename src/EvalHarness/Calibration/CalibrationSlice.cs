using EvalHarness.Statistics;

namespace EvalHarness.Calibration;

/// <summary>How far a scorer agrees with people on some rows. Figures are absent where the rows do not bear them.</summary>
/// <param name="N">Rows that were scored: what the figures rest on.</param>
/// <param name="NotScored">Rows that the scorer could not judge; in no figure.</param>
/// <param name="Groups">Independent groups of rows.</param>
/// <param name="WithinSystemAuc">Over pairs of rows of one system: what the scorer tells apart besides who wrote the answer. Absent where no system has both labels.</param>
/// <param name="LabelledYes">The rate that people see.</param>
/// <param name="SaidYes">The rate that the scorer sees.</param>
/// <param name="ExpectedCalibrationError">In [0, 1]; means something where scores are meant as probabilities.</param>
/// <param name="HumanKappa">Of the first rater with the second, on rows that both decided: the ceiling.</param>
public sealed record CalibrationSlice(
    int N,
    int NotScored,
    int Groups,
    Confusion Confusion,
    Estimate? BalancedAccuracy,
    Estimate? Auc,
    double? WithinSystemAuc,
    Estimate? Kappa,
    Estimate? LabelledYes,
    Estimate? SaidYes,
    double? ExpectedCalibrationError,
    IReadOnlyList<ReliabilityBin> Reliability,
    Estimate? HumanKappa);
