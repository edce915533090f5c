using EvalHarness.Reports.Charts;
using EvalHarness.Reports.Html;
using EvalHarness.Tests;
using EvalHarness.Tests.Reports.Html;
using static Microsoft.Playwright.Assertions;

namespace EvalHarness.Browser.Tests;

/// <summary>The size that a page has to bear: 2,000 samples, each answered by four pipelines and one more.</summary>
public sealed class BigRunTests
{
    private const int Samples = 2_000;
    private const long MostBytes = 5_000_000;

    [Test]
    public async Task Two_thousand_samples_are_one_page_of_at_most_five_megabytes_that_opens_from_disk()
    {
        if (!LongTests.Includes(1))
            Assert.Ignore("Long: set EVALHARNESS_LONG_TESTS=all.");
        using var folder = new TemporaryFolder();
        await WriteAsync(folder);
        var bytes = new FileInfo(folder["index.html"]).Length;
        var files = Directory.GetFiles(folder["rows"]);
        TestContext.Out.WriteLine($"index.html {bytes / 1e6:0.00} MB, {files.Length} row files of {files.Average(f => new FileInfo(f).Length) / 1e6:0.00} MB");

        await using var opened = await OpenedPage.OpenAsync(folder["index.html"], "#row-s1999");

        await Expect(opened.Row("s1999").Locator(".result")).ToHaveCountAsync(5);
        Assert.That(bytes, Is.LessThanOrEqualTo(MostBytes));
        Assert.That(opened.Requests, Has.Count.EqualTo(2), "the page and the one file that the row is in");
        Assert.That(opened.Trouble, Is.Empty);
    }

    private static async Task WriteAsync(TemporaryFolder folder)
    {
        var report = SomePageRows.Report(SomePageRows.OfSamples(Samples));
        report = report with { Manifest = report.Manifest with { Dataset = report.Manifest.Dataset with { Samples = Samples } } };
        await new ChartWriter().WriteAsync(report, folder.FullPath, CancellationToken.None);
        await new HtmlReportWriter().WriteAsync(report, folder.FullPath, CancellationToken.None);
    }
}
