using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Reports.Tables;
using EvalHarness.Statistics;

namespace EvalHarness.Tests.Reports.Tables;

public sealed class ComparisonsTableTests
{
    private const string Header = "run,candidate,baseline,metric,slice,n,clusters,difference,low,high,confidence,method,p,p_adjusted,test,wins,losses,mde,n_needed,definition_id\n";

    private static readonly Metric Unsupported = new("unsupported-answer", Unit.YesNo, Direction.Lower, "local-1");

    [Test]
    public async Task A_comparison_is_written_as_the_contract_has_it()
    {
        var text = await WriteAsync(new PairedComparison(
            "hybrid", "rag", Unsupported, "all", 400, 90, new Estimate(-0.05, -0.09, -0.01, 0.95, "clustered-t", 400), 0.014, 0.042, "sign-flip", 31, 11, 0.06, 512));

        Assert.That(text, Is.EqualTo(Header
            + "20261123-101500-helpdesk,hybrid,rag,unsupported-answer,all,400,90,-0.05,-0.09,-0.01,0.95,clustered-t,0.014,0.042,sign-flip,31,11,0.06,512,unsupported-answer@local-1\n"));
    }

    [Test]
    public async Task A_comparison_that_says_nothing_has_empty_cells()
    {
        var text = await WriteAsync(new PairedComparison("hybrid", "rag", Unsupported, "hops=2", 3, 2, null, null, null, null, 0, 0, null, null));

        Assert.That(text, Is.EqualTo(Header + "20261123-101500-helpdesk,hybrid,rag,unsupported-answer,hops=2,3,2,,,,,,,,,0,0,,,unsupported-answer@local-1\n"));
    }

    [Test]
    public async Task A_report_without_comparisons_still_has_the_header()
    {
        using var folder = new TemporaryFolder();

        await new ComparisonsTable().WriteAsync(SomeReport.With([]) with { Comparisons = [] }, CsvTables.In(folder), default);

        Assert.That(folder.Text("comparisons.csv"), Is.EqualTo(Header));
    }

    private static async Task<string> WriteAsync(PairedComparison comparison)
    {
        using var folder = new TemporaryFolder();
        await new ComparisonsTable().WriteAsync(SomeReport.With([]) with { Comparisons = [comparison] }, CsvTables.In(folder), default);
        return folder.Text("comparisons.csv");
    }
}
