using EvalHarness.Comparisons;

namespace EvalHarness.Reports.Tables;

/// <summary><c>fields</c>: of every enum field, how often each value was given where each was expected; values as JSON, empty for none given.</summary>
internal sealed class FieldsTable : IReportTable
{
    public Task WriteAsync(RunReport report, TableTarget target, CancellationToken cancellationToken) => target.WriteAsync(
        "fields",
        Columns(report.Manifest.Id),
        report.Fields.Where(f => f.IsEnum).SelectMany(f => f.Confusion.Cells, (f, c) => (f, c.Expected, c.Given, c.N)),
        cancellationToken);

    private static TableColumns<(FieldResult Field, string Expected, string Given, int N)> Columns(string run) => new TableColumns<(FieldResult Field, string Expected, string Given, int N)>()
        .Text("run", _ => run)
        .Text("pipeline", c => c.Field.Pipeline)
        .Text("field", c => c.Field.Field)
        .Text("expected", c => c.Expected)
        .Text("given", c => c.Given)
        .Count("n", c => c.N);
}
