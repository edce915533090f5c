using EvalHarness.Comparisons;
using EvalHarness.Diagnosis;

namespace EvalHarness.Reports.Tables;

/// <summary><c>field-classes</c>: precision, recall and F1 of every expected field (<c>class</c> empty) and of every value of an enum field.</summary>
internal sealed class FieldClassesTable : IReportTable
{
    public Task WriteAsync(RunReport report, TableTarget target, CancellationToken cancellationToken) => target.WriteAsync(
        "field-classes",
        Columns(report.Manifest.Id),
        report.Fields.SelectMany(f => f.IsEnum ? f.Confusion.Classes.Prepend(f.Confusion.Overall) : [f.Confusion.Overall], (f, c) => (f, c)),
        cancellationToken);

    private static TableColumns<(FieldResult Field, FieldClass Class)> Columns(string run) => new TableColumns<(FieldResult Field, FieldClass Class)>()
        .Text("run", _ => run)
        .Text("pipeline", c => c.Field.Pipeline)
        .Text("field", c => c.Field.Field)
        .Text("class", c => c.Class.Value)
        .Count("n_expected", c => c.Class.Expected)
        .Count("n_given", c => c.Class.Given)
        .Count("n_right", c => c.Class.Right)
        .Number("precision", c => c.Class.Precision)
        .Number("recall", c => c.Class.Recall)
        .Number("f1", c => c.Class.F1);
}
