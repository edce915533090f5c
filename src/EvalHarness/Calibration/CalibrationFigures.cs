namespace EvalHarness.Calibration;

/// <summary>A slice as it is written into files: a figure with the ends of its interval (95 %) beside it, absent where there is none.</summary>
public sealed record CalibrationFigures
{
    public required int N { get; init; }

    public required int NotScored { get; init; }

    public required int Groups { get; init; }

    public double? BalancedAccuracy { get; init; }

    public double? BalancedAccuracyLow { get; init; }

    public double? BalancedAccuracyHigh { get; init; }

    public double? Auc { get; init; }

    public double? AucLow { get; init; }

    public double? AucHigh { get; init; }

    public double? WithinSystemAuc { get; init; }

    public double? Kappa { get; init; }

    public double? KappaLow { get; init; }

    public double? KappaHigh { get; init; }

    public double? Sensitivity { get; init; }

    public double? Specificity { get; init; }

    public required int TruePositives { get; init; }

    public required int FalsePositives { get; init; }

    public required int FalseNegatives { get; init; }

    public required int TrueNegatives { get; init; }

    /// <summary>The share of rows that people say yes to.</summary>
    public double? LabelledRate { get; init; }

    public double? LabelledRateLow { get; init; }

    public double? LabelledRateHigh { get; init; }

    /// <summary>The share of rows that the scorer says yes to.</summary>
    public double? SaidRate { get; init; }

    public double? ExpectedCalibrationError { get; init; }

    public double? HumanKappa { get; init; }

    public double? HumanKappaLow { get; init; }

    public double? HumanKappaHigh { get; init; }

    public static CalibrationFigures Of(CalibrationSlice slice) => new()
    {
        N = slice.N,
        NotScored = slice.NotScored,
        Groups = slice.Groups,
        BalancedAccuracy = slice.BalancedAccuracy?.Value,
        BalancedAccuracyLow = slice.BalancedAccuracy?.Low,
        BalancedAccuracyHigh = slice.BalancedAccuracy?.High,
        Auc = slice.Auc?.Value,
        AucLow = slice.Auc?.Low,
        AucHigh = slice.Auc?.High,
        WithinSystemAuc = slice.WithinSystemAuc,
        Kappa = slice.Kappa?.Value,
        KappaLow = slice.Kappa?.Low,
        KappaHigh = slice.Kappa?.High,
        Sensitivity = slice.Confusion.Sensitivity,
        Specificity = slice.Confusion.Specificity,
        TruePositives = slice.Confusion.TruePositives,
        FalsePositives = slice.Confusion.FalsePositives,
        FalseNegatives = slice.Confusion.FalseNegatives,
        TrueNegatives = slice.Confusion.TrueNegatives,
        LabelledRate = slice.LabelledYes?.Value,
        LabelledRateLow = slice.LabelledYes?.Low,
        LabelledRateHigh = slice.LabelledYes?.High,
        SaidRate = slice.SaidYes?.Value,
        ExpectedCalibrationError = slice.ExpectedCalibrationError,
        HumanKappa = slice.HumanKappa?.Value,
        HumanKappaLow = slice.HumanKappa?.Low,
        HumanKappaHigh = slice.HumanKappa?.High,
    };
}
