using EvalHarness.Cli;

namespace EvalHarness.Tests.Cli;

public sealed class ParquetReportTests
{
    [Test]
    public async Task A_report_has_a_parquet_file_beside_every_csv_only_when_it_is_asked_for()
    {
        using var cli = new CommandLine();
        await cli.EvaluateAsync();
        Assert.That(Directory.GetFiles(cli.Run, "*.parquet"), Is.Empty);

        var result = await cli.OnRunAsync("report", "--parquet");

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Done), result.Error);
        Assert.That(Names("*.parquet"), Is.EqualTo(Names("*.csv")).And.Contain("samples"));

        IEnumerable<string?> Names(string pattern) => Directory.GetFiles(cli.Run, pattern).Select(f => Path.GetFileNameWithoutExtension(f)).Order();
    }
}
