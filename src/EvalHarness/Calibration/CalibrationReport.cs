namespace EvalHarness.Calibration;

/// <summary>A scorer's measured error: over all rows, and by where rows are from.</summary>
/// <param name="Definition">The scorer's definition: the figures hold for it alone.</param>
/// <param name="Labels">The files of labels with their content hashes.</param>
/// <param name="Half">Which groups were measured: <c>all</c>, <c>tuning</c> or <c>held-out</c>.</param>
public sealed record CalibrationReport(
    string Evaluator,
    string Verifier,
    string Definition,
    IReadOnlyDictionary<string, string> Labels,
    string Half,
    CalibrationSlice Pooled,
    IReadOnlyDictionary<string, CalibrationSlice> Sources,
    IReadOnlyDictionary<string, CalibrationSlice> Systems,
    IReadOnlyDictionary<string, CalibrationSlice> Files)
{
    public FileMean MeanOfFiles => FileMean.Of(Files.Values);
}
