using EvalHarness.Reports.Tables;
using EvalHarness.Reports.Wording;
using EvalHarness.TrainingData;

namespace EvalHarness.Reports.Csv;

/// <summary><c>lint.csv</c>: a line per listed finding, worst first.</summary>
internal static class LintCsvWriter
{
    public static Task WriteAsync(LintResult result, string folder, CancellationToken cancellationToken) =>
        CsvFile.WriteAsync(Path.Combine(folder, "lint.csv"), Columns(), result.Findings, cancellationToken);

    private static TableColumns<LintFinding> Columns() => new TableColumns<LintFinding>()
        .Text("rule", f => f.Rule)
        .Text("severity", f => LintWords.Of(f.Severity))
        .Text("where", f => f.Where)
        .Text("sample_id", f => f.Sample)
        .Number("similarity", f => f.Similarity)
        .Text("found", f => f.Found)
        .Text("mend", f => f.Mend);
}
