using System.Text.Json;
using EvalHarness.Calibration;
using EvalHarness.Reports.Charts;
using EvalHarness.Reports.Csv;
using EvalHarness.Runs;

namespace EvalHarness.Reports;

/// <summary>A scorer's measured error as files: <c>calibration.json</c>, <c>calibration.csv</c>, <c>reliability.png</c>.</summary>
public static class CalibrationWriter
{
    /// <summary>Makes the folder where there is none, and replaces the files in it.</summary>
    public static async Task WriteAsync(CalibrationReport report, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await WholeFile.WriteAsync(Path.Combine(folder, "calibration.json"), stream => JsonSerializer.SerializeAsync(stream, Document(report), RunJson.Indented, cancellationToken));
        await CalibrationCsv.WriteAsync(report, folder, cancellationToken);
        await WholeFile.WriteAsync(Path.Combine(folder, "reliability.png"), stream => stream.WriteAsync(SheetImage.Png(ReliabilityChart.Draw(report)), cancellationToken).AsTask());
    }

    public static string Json(CalibrationReport report) => JsonSerializer.Serialize(Document(report), RunJson.Compact);

    private static object Document(CalibrationReport report) => new
    {
        report.Evaluator,
        report.Verifier,
        DefinitionId = report.Definition,
        report.Half,
        report.Labels,
        Pooled = CalibrationFigures.Of(report.Pooled),
        Sources = Figures(report.Sources),
        Systems = Figures(report.Systems),
        Files = Figures(report.Files),
        report.MeanOfFiles,
        report.Pooled.Reliability,
    };

    private static Dictionary<string, CalibrationFigures> Figures(IReadOnlyDictionary<string, CalibrationSlice> slices) =>
        slices.ToDictionary(s => s.Key, s => CalibrationFigures.Of(s.Value), StringComparer.Ordinal);
}
