using EvalHarness.Reports;
using EvalHarness.Reports.Nightly;
using EvalHarness.Tests;
using EvalHarness.Tests.Reports;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EvalHarness.Browser.Tests;

/// <summary>Every kind of page as axe-core sees it.</summary>
[TestFixture(ColorScheme.Light)]
[TestFixture(ColorScheme.Dark)]
public sealed class AccessibilityTests(ColorScheme scheme)
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void SetUp() => folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => folder.Dispose();

    [Test]
    public async Task The_page_of_the_shipped_run_shuts_nobody_out_with_its_decision_and_an_open_row()
    {
        await using var opened = await OpenAsync(Path.Combine(Repository.Root, "reports", "example", "index.html"));
        await Expect(opened.Page.Locator("#decision")).ToBeVisibleAsync();
        var row = opened.Page.Locator("details.row").First;
        await opened.Page.Locator("#search").FillAsync(await row.Locator(".asked").TextContentAsync() ?? "");
        await Expect(opened.Page.Locator("details.row")).ToHaveCountAsync(1);
        await row.Locator("> summary").ClickAsync();
        await row.Locator(".results").WaitForAsync();
        await opened.Page.EvaluateAsync("() => document.querySelectorAll('details:not(.row)').forEach(d => { d.open = true })");

        Assert.That(await Violations.GraveAsync(opened.Page), Is.Empty);
    }

    [Test]
    public async Task A_page_as_it_is_written_today_shuts_nobody_out()
    {
        await using var opened = await OpenAsync(BrowserSession.Report);
        await opened.OpenRowAsync("s001");
        await opened.OpenFoldsAsync("s001");

        Assert.That(await Violations.GraveAsync(opened.Page), Is.Empty);
    }

    [Test]
    public async Task Two_runs_compared_shut_nobody_out()
    {
        var report = SomeReport.Make();
        await ComparisonWriter.WriteAsync(report, report with { Manifest = report.Manifest with { Id = "20261122-101500-helpdesk" } }, folder.FullPath, CancellationToken.None);
        await using var opened = await OpenAsync(folder["index.html"]);
        await opened.Page.Locator("summary").First.ClickAsync();

        Assert.That(await Violations.GraveAsync(opened.Page), Is.Empty);
    }

    [Test]
    public async Task A_history_of_nights_shuts_nobody_out()
    {
        await NightlyWriter.WriteAsync(SomeNights.Make(), folder.FullPath, runFolder: null, CancellationToken.None);
        await using var opened = await OpenAsync(folder["index.html"]);

        Assert.That(await Violations.GraveAsync(opened.Page), Is.Empty);
    }

    [Test]
    public async Task The_page_for_labels_shuts_nobody_out_before_and_after_a_name_is_given()
    {
        await using var opened = await OpenAsync(await SomeExport.WriteAsync(SomeExport.Of("groundedness", SomeExport.Plain(3)), folder));
        var before = await Violations.GraveAsync(opened.Page);
        await opened.Page.Locator("#name").FillAsync("Anna");
        await opened.Page.Keyboard.PressAsync("Enter");
        await opened.Page.Locator("#row .place").WaitForAsync();

        Assert.That(before.Concat(await Violations.GraveAsync(opened.Page)), Is.Empty);
    }

    [Test]
    public async Task A_page_that_does_is_noticed()
    {
        await using var opened = await OpenAsync(folder.Write("index.html", "<!doctype html><html lang='en'><title>t</title><main><h1>t</h1><p style='color:#bbb;background:#fff'>faint</p><img src='data:,'><button></button></main>"));

        var found = await Violations.GraveAsync(opened.Page);

        Assert.That(found, Has.Some.StartsWith("color-contrast").And.Some.StartsWith("image-alt").And.Some.StartsWith("button-name"));
    }

    private Task<OpenedPage> OpenAsync(string file) => OpenedPage.OpenAsync(file, options: Violations.Checked(scheme));
}
