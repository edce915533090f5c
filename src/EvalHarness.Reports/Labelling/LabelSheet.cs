using EvalHarness.Calibration.Labelling;
using EvalHarness.Reports.Csv;
using EvalHarness.Reports.Tables;

namespace EvalHarness.Reports.Labelling;

/// <summary><c>labels.csv</c>: a line per row, with empty cells for the label. The page writes the same columns.</summary>
internal static class LabelSheet
{
    public const string FileName = "labels.csv";

    public static Task WriteAsync(LabelExport export, string folder, CancellationToken cancellationToken) =>
        CsvFile.WriteAsync(Path.Combine(folder, FileName), Columns(export), export.Items, cancellationToken);

    private static TableColumns<LabelItem> Columns(LabelExport export)
    {
        var columns = new TableColumns<LabelItem>().Text("id", i => i.Id).Text("question", i => i.Shown.Question);
        columns = export.Task.Evidence == LabelEvidence.Gold
            ? columns.Text("right_answers", i => string.Join('\n', i.Shown.References))
            : columns.Text("evidence", i => i.Shown.Evidence);
        return columns
            .Text("answer", i => i.Shown.Answer)
            .Text("label", _ => "")
            .Text("note", _ => "")
            .Text("rater", _ => "")
            .Text("export", _ => export.Key.Export);
    }
}
