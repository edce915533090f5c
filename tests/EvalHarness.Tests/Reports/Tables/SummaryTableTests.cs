using System.Globalization;
using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Reports.Tables;
using EvalHarness.Statistics;

namespace EvalHarness.Tests.Reports.Tables;

public sealed class SummaryTableTests
{
    private static readonly Metric TokenF1 = new("token-f1", Unit.Ratio, Direction.Higher, "1");

    [Test]
    public async Task A_summary_is_written_as_the_contract_has_it()
    {
        var text = await WriteAsync(new MetricSummary("rag", "token-f1", TokenF1, "volatility=fast", new OutcomeCounts(90, 5, 3, 2), new Estimate(0.1 + 0.2, 0.25, 0.35, 0.95, "clustered-t", 95)));

        Assert.That(text, Is.EqualTo(
            "run,pipeline,metric,slice,n,n_scored,n_not_applicable,n_not_scored,n_failed,estimate,low,high,confidence,method,unit,direction,definition_id\n"
            + "20261123-101500-helpdesk,rag,token-f1,volatility=fast,100,90,5,3,2,0.30000000000000004,0.25,0.35,0.95,clustered-t,ratio,higher,token-f1@1\n"));
    }

    [Test]
    public async Task Without_an_estimate_its_cells_are_empty()
    {
        var text = await WriteAsync(new MetricSummary("rag", "token-f1", TokenF1, "all", new OutcomeCounts(0, 5, 0, 0), null));

        Assert.That(text, Does.EndWith(",all,5,0,5,0,0,,,,,,ratio,higher,token-f1@1\n"));
    }

    [Test]
    public async Task An_unbounded_side_is_an_empty_cell()
    {
        var latency = new Metric("latency-service-ms", Unit.Milliseconds, Direction.Lower, "1");

        var text = await WriteAsync(new MetricSummary("rag", "latency-service-ms:p99", latency, "all", new OutcomeCounts(60, 0, 0, 0), new Estimate(41.5, 30, null, 0.95, "order-statistic", 60)));

        Assert.That(text, Does.EndWith(",latency-service-ms:p99,all,60,60,0,0,0,41.5,30,,0.95,order-statistic,milliseconds,lower,latency-service-ms@1\n"));
    }

    [Test]
    public async Task Numbers_are_written_alike_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = "," } };
        try
        {
            var text = await WriteAsync(new MetricSummary("rag", "token-f1", TokenF1, "all", new OutcomeCounts(2, 0, 0, 0), new Estimate(0.5, 0.25, 0.75, 0.95, "wilson", 2)));

            Assert.That(text, Does.Contain(",0.5,0.25,0.75,0.95,"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public async Task The_same_report_gives_the_same_bytes_without_a_byte_order_mark()
    {
        using var folder = new TemporaryFolder();
        using var other = new TemporaryFolder();

        await new SummaryTable().WriteAsync(SomeReport.Make(), CsvTables.In(folder), default);
        await new SummaryTable().WriteAsync(SomeReport.Make(), CsvTables.In(other), default);

        Assert.That(folder.Bytes("summary.csv"), Is.EqualTo(other.Bytes("summary.csv")));
        Assert.That(folder.Bytes("summary.csv")[0], Is.EqualTo((byte)'r'));
    }

    [Test]
    public async Task What_is_written_reads_back_in_the_order_of_the_report()
    {
        using var folder = new TemporaryFolder();
        var report = SomeReport.Make();

        await new SummaryTable().WriteAsync(report, CsvTables.In(folder), default);

        var rows = CsvText.Read(folder.Text("summary.csv"));
        Assert.That(rows.Select(r => (r["pipeline"], r["metric"], r["slice"])), Is.EqualTo(report.Summaries.Select(s => (s.Pipeline, s.Name, s.Slice))));
        Assert.That(
            rows.Select(r => r["estimate"] is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : (double?)null),
            Is.EqualTo(report.Summaries.Select(s => s.Estimate?.Value)));
    }

    private static async Task<string> WriteAsync(MetricSummary summary)
    {
        using var folder = new TemporaryFolder();
        await new SummaryTable().WriteAsync(SomeReport.With([]) with { Summaries = [summary] }, CsvTables.In(folder), default);
        return folder.Text("summary.csv");
    }
}
