using EvalHarness.Comparisons;
using EvalHarness.Diagnosis;
using EvalHarness.Reports.Tables;

namespace EvalHarness.Tests.Reports.Tables;

public sealed class FieldsTableTests
{
    [Test]
    public async Task Confusions_and_classes_stand_in_files_of_their_own()
    {
        using var folder = new TemporaryFolder();
        FieldConfusion confusion = new();
        confusion.Add("\"low\"", "\"low\"", 3);
        confusion.Add("\"low\"", FieldConfusion.Nothing);
        var report = SomeReport.Make() with { Fields = [new FieldResult("rag", "priority", IsEnum: true, confusion, new OutcomeCounts(3, 0, 0, 1), null)] };

        await new FieldsTable().WriteAsync(report, CsvTables.In(folder), default);
        await new FieldClassesTable().WriteAsync(report, CsvTables.In(folder), default);

        Assert.That(folder.Text("fields.csv"), Is.EqualTo("run,pipeline,field,expected,given,n\n20261123-101500-helpdesk,rag,priority,\"\"\"low\"\"\",,1\n20261123-101500-helpdesk,rag,priority,\"\"\"low\"\"\",\"\"\"low\"\"\",3\n"));
        Assert.That(folder.Text("field-classes.csv"), Does.Contain("rag,priority,,4,3,3,1,0.75,0.8571428571428571\n").And.Contain("rag,priority,\"\"\"low\"\"\",4,3,3,1,0.75,"));
    }
}
