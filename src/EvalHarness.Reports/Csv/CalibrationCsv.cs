using EvalHarness.Calibration;
using EvalHarness.Reports.Tables;

namespace EvalHarness.Reports.Csv;

/// <summary><c>calibration.csv</c>: a line for all rows, then one per source, system and file.</summary>
internal static class CalibrationCsv
{
    public static Task WriteAsync(CalibrationReport report, string folder, CancellationToken cancellationToken) =>
        CsvFile.WriteAsync(Path.Combine(folder, "calibration.csv"), Columns(report), Lines(report), cancellationToken);

    private static IEnumerable<(string By, string Name, CalibrationFigures Figures)> Lines(CalibrationReport report) =>
    [
        ("pooled", "all", CalibrationFigures.Of(report.Pooled)),
        .. report.Sources.Select(s => ("source", s.Key, CalibrationFigures.Of(s.Value))),
        .. report.Systems.Select(s => ("system", s.Key, CalibrationFigures.Of(s.Value))),
        .. report.Files.Select(s => ("file", s.Key, CalibrationFigures.Of(s.Value))),
    ];

    private static TableColumns<(string By, string Name, CalibrationFigures Figures)> Columns(CalibrationReport report) => new TableColumns<(string By, string Name, CalibrationFigures Figures)>()
        .Text("evaluator", _ => report.Evaluator)
        .Text("verifier", _ => report.Verifier)
        .Text("half", _ => report.Half)
        .Text("by", l => l.By)
        .Text("name", l => l.Name)
        .Count("n", l => l.Figures.N)
        .Count("not_scored", l => l.Figures.NotScored)
        .Count("groups", l => l.Figures.Groups)
        .Number("balanced_accuracy", l => l.Figures.BalancedAccuracy)
        .Number("balanced_accuracy_low", l => l.Figures.BalancedAccuracyLow)
        .Number("balanced_accuracy_high", l => l.Figures.BalancedAccuracyHigh)
        .Number("auc", l => l.Figures.Auc)
        .Number("auc_low", l => l.Figures.AucLow)
        .Number("auc_high", l => l.Figures.AucHigh)
        .Number("within_system_auc", l => l.Figures.WithinSystemAuc)
        .Number("kappa", l => l.Figures.Kappa)
        .Number("kappa_low", l => l.Figures.KappaLow)
        .Number("kappa_high", l => l.Figures.KappaHigh)
        .Number("sensitivity", l => l.Figures.Sensitivity)
        .Number("specificity", l => l.Figures.Specificity)
        .Count("true_positives", l => l.Figures.TruePositives)
        .Count("false_positives", l => l.Figures.FalsePositives)
        .Count("false_negatives", l => l.Figures.FalseNegatives)
        .Count("true_negatives", l => l.Figures.TrueNegatives)
        .Number("labelled_rate", l => l.Figures.LabelledRate)
        .Number("labelled_rate_low", l => l.Figures.LabelledRateLow)
        .Number("labelled_rate_high", l => l.Figures.LabelledRateHigh)
        .Number("said_rate", l => l.Figures.SaidRate)
        .Number("ece", l => l.Figures.ExpectedCalibrationError)
        .Number("human_kappa", l => l.Figures.HumanKappa)
        .Number("human_kappa_low", l => l.Figures.HumanKappaLow)
        .Number("human_kappa_high", l => l.Figures.HumanKappaHigh)
        .Text("definition_id", _ => report.Definition);
}
