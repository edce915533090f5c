using EvalHarness.Comparisons;

namespace EvalHarness.Reports.Csv;

/// <summary><c>fields.csv</c>: of every enum field, how often each value was given where each was expected; values as JSON, empty for none given.</summary>
public sealed class FieldsCsvWriter : IReportWriter
{
    public Task WriteAsync(RunReport report, string folder, CancellationToken cancellationToken) => CsvFile.WriteAsync(
        Path.Combine(folder, "fields.csv"),
        Columns(report.Manifest.Id),
        report.Fields.Where(f => f.IsEnum).SelectMany(f => f.Confusion.Cells, (f, c) => (f, c.Expected, c.Given, c.N)),
        cancellationToken);

    private static CsvColumns<(FieldResult Field, string Expected, string Given, int N)> Columns(string run) => new CsvColumns<(FieldResult Field, string Expected, string Given, int N)>()
        .Text("run", _ => run)
        .Text("pipeline", c => c.Field.Pipeline)
        .Text("field", c => c.Field.Field)
        .Text("expected", c => c.Expected)
        .Text("given", c => c.Given)
        .Count("n", c => c.N);
}
