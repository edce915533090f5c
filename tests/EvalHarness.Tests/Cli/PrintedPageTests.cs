using EvalHarness.Cli;
using EvalHarness.Cli.Printing;
using EvalHarness.Reports.Printing;

namespace EvalHarness.Tests.Cli;

public sealed class PrintedPageTests
{
    private CommandLine cli = null!;

    [SetUp]
    public void Make() => cli = new CommandLine();

    [TearDown]
    public void Remove() => cli.Dispose();

    [Test]
    public async Task A_report_is_printed_by_the_browser_that_is_there()
    {
        if (InstalledBrowser.Find() is null)
            Assert.Ignore("there is no Chromium or Chrome to print with");
        await cli.EvaluateAsync();

        var result = await cli.OnRunAsync("report", "--pdf");

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Done), result.Error);
        Assert.That(File.ReadAllBytes(Path.Combine(cli.Run, PrintedPage.Name)).AsSpan(0, 5).SequenceEqual("%PDF-"u8));
        Assert.That(result.Error, Does.Contain("printed: "));
    }

    [Test]
    public async Task Without_a_browser_the_mend_is_named_and_the_report_is_there()
    {
        await cli.EvaluateAsync();
        var before = Environment.GetEnvironmentVariable(InstalledBrowser.Variable);
        Environment.SetEnvironmentVariable(InstalledBrowser.Variable, cli.Folder["no-browser"]);
        try
        {
            var result = await cli.OnRunAsync("report", "--pdf");

            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Invalid));
            Assert.That(result.Error, Does.Contain("no Chromium or Chrome").And.Contain(InstalledBrowser.Variable));
            Assert.That(Path.Combine(cli.Run, "index.html"), Does.Exist);
        }
        finally
        {
            Environment.SetEnvironmentVariable(InstalledBrowser.Variable, before);
        }
    }
}
