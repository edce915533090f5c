using EvalHarness.Reports.Html;
using EvalHarness.Tests;
using EvalHarness.Tests.Reports.Html;
using static Microsoft.Playwright.Assertions;

namespace EvalHarness.Browser.Tests;

public sealed class RowFileTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public async Task Write()
    {
        folder = new TemporaryFolder();
        await new HtmlReportWriter(pageLimitBytes: 20_000).WriteAsync(SomePageRows.Report(SomePageRows.OfSamples(12)), folder.FullPath, CancellationToken.None);
    }

    [TearDown]
    public void TearDown() => folder.Dispose();

    [Test]
    public async Task Rows_beyond_the_limit_are_loaded_from_disk_when_they_are_opened()
    {
        await using var opened = await OpenedPage.OpenAsync(folder["index.html"]);
        Assert.That(opened.Requests, Has.Count.EqualTo(1), "none before a row is opened");

        for (var i = 0; i < 12; i++)
            await Expect((await opened.OpenRowAsync($"s{i:000}")).Locator(".result")).ToHaveCountAsync(5);

        var files = Directory.GetFiles(folder["rows"]).Select(f => new Uri(f).AbsoluteUri);
        Assert.That(opened.Requests.Skip(1), Is.EquivalentTo(files), "each once");
        Assert.That(opened.Trouble, Is.Empty);
    }

    [Test]
    public async Task A_row_whose_file_is_gone_says_so_and_the_others_still_open()
    {
        File.Delete(folder["rows/0.js"]);
        await using var opened = await OpenedPage.OpenAsync(folder["index.html"]);

        await opened.Row("s000").Locator("> summary").ClickAsync();

        await Expect(opened.Row("s000").Locator(".body")).ToHaveTextAsync("rows/0.js is not beside this page: keep the folder together, or read samples.csv.");
        await Expect((await opened.OpenRowAsync("s011")).Locator(".result")).ToHaveCountAsync(5);
    }
}
