using EvalHarness.Reports.Charts;
using EvalHarness.Reports.Html;
using EvalHarness.Reports.Printing;
using EvalHarness.Runs;
using EvalHarness.Tests;
using EvalHarness.Tests.Reports.Html;
using Microsoft.Playwright;

namespace EvalHarness.Browser.Tests;

/// <summary>One browser and one written report for all tests; without a browser all are ignored.</summary>
[SetUpFixture]
public sealed class BrowserSession
{
    private const int Samples = 110;

    private static readonly string[] Arguments =
        ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private static IPlaywright? playwright;
    private static IBrowser? browser;
    private static TemporaryFolder? folder;

    public static IBrowser Browser => browser ?? throw new InvalidOperationException("The browser was not launched.");

    /// <summary>Rows of the plausible run: more samples than the list shows at once.</summary>
    public static IReadOnlyList<ResultRow> Rows { get; } = SomePageRows.OfSamples(Samples);

    /// <summary>The page of the plausible run, charts included.</summary>
    public static string Report => folder?["index.html"] ?? throw new InvalidOperationException("The report was not written.");

    [OneTimeSetUp]
    public async Task LaunchAsync()
    {
        if (InstalledBrowser.Find() is not { } executable)
        {
            Assert.Ignore($"There is no Chromium or Chrome on this machine. On Debian: apt-get install -y --no-install-recommends chromium; or name one in {InstalledBrowser.Variable}.");
            return;
        }

        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Headless = true, ChromiumSandbox = false, Args = Arguments });
        folder = new TemporaryFolder();
        var report = Plausible();
        await new ChartWriter().WriteAsync(report, folder.FullPath, CancellationToken.None);
        await new HtmlReportWriter().WriteAsync(report, folder.FullPath, CancellationToken.None);
    }

    private static RunReport Plausible()
    {
        var report = SomePageRows.Report(Rows);
        return report with { Manifest = report.Manifest with { Dataset = report.Manifest.Dataset with { Samples = Samples } } };
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        if (browser is not null)
            await browser.CloseAsync();
        playwright?.Dispose();
        folder?.Dispose();
    }
}
