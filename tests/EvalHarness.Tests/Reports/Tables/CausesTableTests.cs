using EvalHarness.Comparisons;
using EvalHarness.Diagnosis;
using EvalHarness.Reports.Tables;
using EvalHarness.Statistics;

namespace EvalHarness.Tests.Reports.Tables;

public sealed class CausesTableTests
{
    [Test]
    public async Task A_cause_is_written_as_the_contract_has_it()
    {
        using var folder = new TemporaryFolder();
        var report = SomeReport.With([]) with
        {
            Causes =
            [
                new CauseSummary("rag", Cause.RetrieverMissed, 3, 4, 16, new Estimate(0.1875, 0.0659, 0.4301, 0.95, "wilson", 16)),
                new CauseSummary("base", Cause.OverRefused, 0, 0, 16, null),
            ],
        };

        await new CausesTable().WriteAsync(report, CsvTables.In(folder), default);

        Assert.That(folder.Text("causes.csv"), Is.EqualTo(
            "run,pipeline,cause,n,share,n_faulty,n_rows,rate,rate_low,rate_high,confidence,method\n"
            + "20261123-101500-helpdesk,rag,retriever-missed,3,0.75,4,16,0.1875,0.0659,0.4301,0.95,wilson\n"
            + "20261123-101500-helpdesk,base,over-refused,0,,0,16,,,,,\n"));
    }
}
