namespace EvalHarness.Calibration;

/// <summary>The plain mean of files' figures: every file weighs the same, however many rows it has.</summary>
/// <param name="BalancedAccuracy">In [0, 1]; absent where a file has none.</param>
/// <param name="Auc">In [0, 1]; absent where a file has none.</param>
/// <param name="Kappa">In [-1, 1]; absent where a file has none.</param>
public sealed record FileMean(double? BalancedAccuracy, double? Auc, double? Kappa)
{
    public static FileMean Of(IEnumerable<CalibrationSlice> files)
    {
        var all = files.ToList();
        return new(Mean(all, f => f.BalancedAccuracy?.Value), Mean(all, f => f.Auc?.Value), Mean(all, f => f.Kappa?.Value));
    }

    private static double? Mean(List<CalibrationSlice> files, Func<CalibrationSlice, double?> figure) =>
        files.Count == 0 || files.Exists(f => figure(f) is null) ? null : files.Average(figure);
}
