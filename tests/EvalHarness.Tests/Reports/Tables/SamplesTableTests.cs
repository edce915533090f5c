using System.Globalization;
using System.Runtime.CompilerServices;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;
using EvalHarness.Reports.Tables;
using EvalHarness.Runs;

namespace EvalHarness.Tests.Reports.Tables;

public sealed class SamplesTableTests
{
    private static readonly Metric TokenF1 = new("token-f1", Unit.Ratio, Direction.Higher, "1");
    private static readonly Metric Strict = new("format-strict", Unit.YesNo, Direction.Higher, "1");
    private static readonly Metric Cost = new("cost-usd", Unit.Usd, Direction.Lower, "1");
    private static readonly Metric Search = new("latency-search-ms", Unit.Milliseconds, Direction.Lower, "1");
    private static readonly Metric Service = new("latency-service-ms", Unit.Milliseconds, Direction.Lower, "1");

    [Test]
    public async Task A_row_is_written_as_the_contract_has_it()
    {
        var trace = Some.Trace(Some.Answer()) with { Stages = new Dictionary<string, TimeSpan> { ["search"] = TimeSpan.FromMilliseconds(3.25) } };

        var text = await WriteAsync(Row(trace, TokenF1.Scored(0.1), Strict.Scored(true), Cost.Scored(0.000027), Search.Scored(3.25), Service.Scored(12)));

        Assert.That(text, Is.EqualTo(
            "run,pipeline,sample_id,repeat,status,error,tries,cache_hits,cause,score.token-f1,score.format-strict,outcome.token-f1,outcome.format-strict,tokens.in,tokens.out,cost_usd.total,cost_usd.spent,latency_ms.service,latency_ms.felt,latency_ms.queue,latency_ms.retried,latency_ms.search\n"
            + "20261123-101500-helpdesk,rag,s1,0,answered,,0,0,,0.1,1,scored,scored,100,20,2.7E-05,,12,15,0,0,3.25\n"));
    }

    [Test]
    public async Task A_failed_row_has_its_error_and_no_scores()
    {
        var row = Single(await WriteAsync(Row(Some.Trace(answer: null), TokenF1.Failed("gone"), Strict.Failed("gone"))));

        Assert.That(row["status"], Is.EqualTo("failed"));
        Assert.That(row["error"], Is.EqualTo("exception: the endpoint is gone"));
        Assert.That(row["score.token-f1"], Is.Empty);
        Assert.That(row["outcome.token-f1"], Is.EqualTo("failed"));
        Assert.That(row["tokens.in"], Is.Empty);
        Assert.That(row["latency_ms.felt"], Is.EqualTo("15"));
    }

    [Test]
    public async Task Outcomes_without_a_value_are_named()
    {
        var row = Single(await WriteAsync(Row(Some.Trace(Some.Answer()), TokenF1.NotApplicable("no gold"), Strict.NotScored("unread"))));

        Assert.That(row["outcome.token-f1"], Is.EqualTo("not-applicable"));
        Assert.That(row["outcome.format-strict"], Is.EqualTo("not-scored"));
    }

    [Test]
    public async Task An_abstention_is_told_from_an_answer()
    {
        var row = Single(await WriteAsync(Row(Some.Trace(Some.Answer("I do not know.")))));

        Assert.That(row["status"], Is.EqualTo("abstained"));
    }

    [TestCase("=HYPERLINK(\"http://evil\")")]
    [TestCase("+1+1")]
    [TestCase("-2")]
    [TestCase("@SUM(A1)")]
    [TestCase("\t=1")]
    [TestCase("\r=1")]
    public async Task A_text_that_a_spreadsheet_would_run_is_neutralised(string id)
    {
        var row = Row(Some.Trace(Some.Answer()));

        var text = await WriteAsync(row with { Sample = row.Sample with { Id = id } });

        Assert.That(text, Does.Contain($",\"'{id.Replace("\"", "\"\"", StringComparison.Ordinal)}\",0,answered"));
    }

    [Test]
    public async Task A_negative_number_stays_a_number()
    {
        var truthfulness = new Metric("truthfulness", Unit.Signed, Direction.Higher, "1");
        var report = SomeReport.With([]) with { Metrics = [truthfulness], Rows = _ => new[] { Row(Some.Trace(Some.Answer()), truthfulness.Scored(-1)) }.ToAsyncEnumerable() };

        Assert.That(Single(await WriteAsync(report))["score.truthfulness"], Is.EqualTo("-1"));
    }

    [Test]
    public async Task Commas_quotes_and_line_breaks_read_back_as_they_were()
    {
        const string Message = "a \"quoted\", long\r\nmessage\nof three lines";
        var trace = Some.Trace(answer: null) with { Error = new TraceError("exception", Message) };

        Assert.That(Single(await WriteAsync(Row(trace)))["error"], Is.EqualTo("exception: " + Message));
    }

    [Test]
    public async Task Scores_read_back_as_the_same_numbers()
    {
        double[] values = [1.0 / 3, 0.1 + 0.2, double.Epsilon, 1];

        var text = await WriteAsync([.. values.Select(v => Row(Some.Trace(Some.Answer()), TokenF1.Scored(v)))]);

        Assert.That(CsvText.Read(text).Select(r => double.Parse(r["score.token-f1"], CultureInfo.InvariantCulture)), Is.EqualTo(values));
    }

    [Test]
    public async Task Rows_are_not_gathered_before_they_are_written()
    {
        using var folder = new TemporaryFolder();
        var report = SomeReport.With([]) with { Metrics = [TokenF1], Rows = cancellationToken => ManyAsync(folder.FullPath, cancellationToken) };

        await new SamplesTable().WriteAsync(report, CsvTables.In(folder), default);

        Assert.That(File.ReadLines(Path.Combine(folder.FullPath, "samples.csv")).Count(), Is.EqualTo(20_001));
    }

    [Test]
    public void A_file_is_never_left_half_written()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.FullPath, "samples.csv"), "the one before");
        var report = SomeReport.With([]) with { Rows = _ => BreakingAsync() };

        Assert.That(() => new SamplesTable().WriteAsync(report, CsvTables.In(folder), default), Throws.TypeOf<IOException>());

        Assert.That(folder.Text("samples.csv"), Is.EqualTo("the one before"));
        Assert.That(Directory.GetFiles(folder.FullPath), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task The_same_report_gives_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        using var other = new TemporaryFolder();

        await new SamplesTable().WriteAsync(SomeReport.Make(), CsvTables.In(folder), default);
        await new SamplesTable().WriteAsync(SomeReport.Make(), CsvTables.In(other), default);

        Assert.That(folder.Bytes("samples.csv"), Is.EqualTo(other.Bytes("samples.csv")));
        Assert.That(CsvText.Read(folder.Text("samples.csv")), Has.Count.EqualTo(300));
    }

    private static ResultRow Row(Trace trace, params Score[] scores) => new("rag", 0, Some.Sample(), trace, scores.ToDictionary(s => s.Metric));

    private static IReadOnlyDictionary<string, string> Single(string text) => CsvText.Read(text).Single();

    private static Task<string> WriteAsync(params ResultRow[] rows) =>
        WriteAsync(SomeReport.With([]) with { Metrics = [TokenF1, Strict, Cost, Service, Search], Rows = _ => rows.ToAsyncEnumerable() });

    private static async Task<string> WriteAsync(RunReport report)
    {
        using var folder = new TemporaryFolder();
        await new SamplesTable().WriteAsync(report, CsvTables.In(folder), default);
        return folder.Text("samples.csv");
    }

    /// <summary>Asks, at the last row, that most of those before it are on disk already.</summary>
    private static async IAsyncEnumerable<ResultRow> ManyAsync(string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 0; i < 20_000; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Row(Some.Trace(Some.Answer()), TokenF1.Scored(0.5));
        }

        await Task.Yield();
        Assert.That(new FileInfo(Directory.GetFiles(folder).Single()).Length, Is.GreaterThan(1_000_000));
    }

    private static async IAsyncEnumerable<ResultRow> BreakingAsync()
    {
        yield return Row(Some.Trace(Some.Answer()));
        await Task.Yield();
        throw new IOException("the store is gone");
    }
}
