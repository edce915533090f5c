using System.Globalization;
using System.Runtime.CompilerServices;
using EvalHarness.Reports.Csv;
using EvalHarness.Reports.Parquet;
using EvalHarness.Reports.Tables;
using EvalHarness.Runs;
using EvalHarness.Tests.Reports.Tables;

namespace EvalHarness.Tests.Reports.Parquet;

public sealed class ParquetFormatTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void Make() => folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public async Task Every_cell_is_that_of_the_csv()
    {
        await WriteAsync(SomeReport.Make() with { Ledger = SomeLedger.Entries }, new CsvFormat(), new ParquetFormat(always: true));

        string[] files = [.. Directory.GetFiles(folder.FullPath, "*.csv")];
        Assert.That(files.Select(f => Path.GetFileName(f)), Is.SupersetOf(new[] { "samples.csv", "summary.csv", "comparisons.csv", "ledger.csv" }));
        foreach (var file in files)
            await AssertSameCellsAsync(file, await ParquetTable.ReadAsync(Path.ChangeExtension(file, ".parquet")));
    }

    [Test]
    public async Task Numbers_are_numbers_counts_are_whole_and_names_are_text()
    {
        await WriteAsync(SomeReport.Make(), new ParquetFormat(always: true));

        var types = (await ParquetTable.ReadAsync(folder["summary.parquet"])).Columns.ToDictionary(c => c.Name, c => c.ClrType);

        Assert.That(types["n"], Is.EqualTo(typeof(long)));
        Assert.That(types["estimate"], Is.EqualTo(typeof(double)));
        Assert.That(types["pipeline"], Is.EqualTo(typeof(ReadOnlyMemory<char>)));
    }

    [Test]
    public async Task What_is_unknown_is_null_and_never_0()
    {
        var row = new ResultRow("rag", 0, Some.Sample(), Some.Trace(answer: null), new Dictionary<string, Metrics.Score>());

        await WriteAsync(SomeReport.With([]) with { Rows = _ => new[] { row }.ToAsyncEnumerable() }, new ParquetFormat(always: true));

        var cells = (await ParquetTable.ReadAsync(folder["samples.parquet"])).Rows.Single();
        Assert.That(cells["status"], Is.EqualTo("failed"));
        Assert.That(new[] { "tokens.in", "cost_usd.total", "score.token-f1", "outcome.token-f1" }.Select(name => cells[name]), Is.All.Null);
        Assert.That(cells["repeat"], Is.Zero);
    }

    [Test]
    public async Task A_text_is_as_it_was_without_the_mark_that_keeps_a_spreadsheet_from_running_it()
    {
        var row = new ResultRow("rag", 0, Some.Sample() with { Id = "=SUM(A1)" }, Some.Trace(Some.Answer()), new Dictionary<string, Metrics.Score>());

        await WriteAsync(SomeReport.With([]) with { Rows = _ => new[] { row }.ToAsyncEnumerable() }, new ParquetFormat(always: true));

        Assert.That((await ParquetTable.ReadAsync(folder["samples.parquet"])).Rows.Single()["sample_id"], Is.EqualTo("=SUM(A1)"));
    }

    [Test]
    public async Task A_table_without_rows_has_its_columns()
    {
        await WriteAsync(SomeReport.With([]), new ParquetFormat(always: true));

        var table = await ParquetTable.ReadAsync(folder["samples.parquet"]);
        Assert.That(table.Rows, Is.Empty);
        Assert.That(table.Columns.Select(c => c.Name), Does.Contain("sample_id"));
    }

    [Test]
    public async Task Row_groups_are_on_disk_before_the_last_row_is_read()
    {
        await WriteAsync(SomeReport.With([]) with { Rows = ManyAsync }, new ParquetFormat(always: true));

        var table = await ParquetTable.ReadAsync(folder["samples.parquet"]);
        Assert.That(table.Rows, Has.Count.EqualTo((2 * ParquetFile.GroupRows) + 1));
        Assert.That(table.Groups, Is.EqualTo(3));
    }

    [Test]
    public async Task The_same_report_gives_the_same_bytes()
    {
        await WriteAsync(SomeReport.Make(), new ParquetFormat(always: true));
        var before = folder.Bytes("samples.parquet");

        await WriteAsync(SomeReport.Make(), new ParquetFormat(always: true));

        Assert.That(folder.Bytes("samples.parquet"), Is.EqualTo(before));
    }

    [Test]
    public async Task Only_a_file_that_is_there_is_kept_in_step_with_the_csv()
    {
        folder.Write("summary.parquet", "an old one");

        await WriteAsync(SomeReport.Make(), new ParquetFormat(always: false));

        Assert.That((await ParquetTable.ReadAsync(folder["summary.parquet"])).Rows, Is.Not.Empty);
        Assert.That(Directory.GetFiles(folder.FullPath), Has.Length.EqualTo(1));
    }

    private async Task WriteAsync(RunReport report, params ITableFormat[] formats)
    {
        foreach (var writer in formats.SelectMany(ReportTables.As))
            await writer.WriteAsync(report, folder.FullPath, default);
    }

    private static async Task AssertSameCellsAsync(string csv, ParquetTable table)
    {
        var lines = Tests.CsvText.Read(await File.ReadAllTextAsync(csv));

        Assert.That(table.Columns.Select(c => c.Name), Is.EqualTo(lines[0]), csv);
        Assert.That(table.Rows.Select(row => lines[0].Select(name => Text(row[name]))), Is.EqualTo(lines.Skip(1)), csv);
    }

    private static string Text(object? cell) => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "";

    private async IAsyncEnumerable<ResultRow> ManyAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 0; i < 2 * ParquetFile.GroupRows; i++)
            yield return Row(i);
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        Assert.That(new FileInfo(folder["samples.parquet.new"]).Length, Is.GreaterThan(100_000));
        yield return Row(0);
    }

    private static ResultRow Row(int i) => new("rag", i, Some.Sample($"s{i}"), Some.Trace(Some.Answer()), new Dictionary<string, Metrics.Score>());
}
