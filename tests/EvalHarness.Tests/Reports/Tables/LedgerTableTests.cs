using EvalHarness.Experiments.Ledgers;
using EvalHarness.Reports.Tables;

namespace EvalHarness.Tests.Reports.Tables;

public sealed class LedgerTableTests
{
    [Test]
    public async Task A_line_has_its_ledger_sum_basis_and_day_and_an_unknown_sum_is_empty()
    {
        using var folder = new TemporaryFolder();
        var report = SomeReport.Make() with { Ledger = SomeLedger.Entries };

        await new LedgerTable().WriteAsync(report, CsvTables.In(folder), default);

        Assert.That(folder.Text("ledger.csv"), Is.EqualTo(
            """
            run,ledger,pipeline,item,usd,spent_usd,per,n_unknown,basis,date,source,note
            20261123-101500-helpdesk,system-under-test,rag,generation,1.25,0.5,run,4,60 priced parts of 64 answers by m,2026-11-23,,4 are in no sum: why
            20261123-101500-helpdesk,judge,,judging,0,0,run,0,no model judged answers,,,
            20261123-101500-helpdesk,preparation,rag;hybrid,training,,,once,0,nothing,2026-11-01,an invoice,

            """));
    }
}
