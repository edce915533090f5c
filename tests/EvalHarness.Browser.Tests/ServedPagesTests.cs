using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EvalHarness.Browser.Tests;

/// <summary>The pages of <c>serve</c> over real HTTP.</summary>
public sealed class ServedPagesTests
{
    private static readonly string[] Pages =
    [
        "/", "/trends", $"/runs/{ServedReports.Newer}/", $"/runs/{ServedReports.Running}/", $"/compare?newer={ServedReports.Newer}&older={ServedReports.Older}", "/nowhere",
    ];

    private ServedReports reports = null!;

    [OneTimeSetUp]
    public async Task Start() => reports = await ServedReports.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await reports.DisposeAsync();

    [Test]
    public async Task A_reader_goes_from_the_list_to_a_run_to_its_report_and_opens_a_row()
    {
        await using var opened = await OpenAsync("/");

        await opened.Page.GetByRole(AriaRole.Link, new() { Name = ServedReports.Newer }).ClickAsync();
        await Expect(opened.Page.Locator("h1")).ToHaveTextAsync(ServedReports.Newer);
        await opened.Page.GetByRole(AriaRole.Link, new() { Name = "Open the report" }).ClickAsync();
        var row = await opened.OpenRowAsync("s001");

        await Expect(row.Locator(".result")).ToHaveCountAsync(5);
        Assert.That(opened.Trouble, Is.Empty);
    }

    [Test]
    public async Task A_reader_compares_a_run_with_an_older_one()
    {
        await using var opened = await OpenAsync($"/runs/{ServedReports.Newer}/");

        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();

        await Expect(opened.Page.Locator("h2").First).ToHaveTextAsync($"{ServedReports.Newer} against {ServedReports.Older}");
        await Expect(opened.Page.Locator("select[name=older]")).ToHaveValueAsync(ServedReports.Older);
        Assert.That(await opened.Page.Locator("td").CountAsync(), Is.GreaterThan(50));
        Assert.That(opened.Trouble, Is.Empty);
    }

    [Test]
    public async Task A_run_under_way_is_seen_to_end_without_a_reload()
    {
        await using var own = await ServedReports.StartAsync();
        await using var opened = await OpenedPage.VisitAsync($"{own.Url}/runs/{ServedReports.Running}/");
        await Expect(opened.Page.Locator(".state")).ToContainTextAsync("under way, 0 %");
        await opened.Page.EvaluateAsync("() => { window.here = true }");

        own.UnderWay.Finish(DateTimeOffset.UnixEpoch.AddYears(60));

        await Expect(opened.Page.Locator(".state")).ToContainTextAsync("finished");
        Assert.That(await opened.Page.EvaluateAsync<bool>("() => window.here === true"), Is.True);
        Assert.That(opened.Trouble, Is.Empty);
    }

    [Test]
    public async Task No_page_shuts_anybody_out([ValueSource(nameof(Pages))] string page, [Values] bool isDark)
    {
        await using var opened = await OpenAsync(page, Violations.Checked(isDark ? ColorScheme.Dark : ColorScheme.Light));

        Assert.That(await Violations.GraveAsync(opened.Page), Is.Empty);
    }

    [TestCaseSource(nameof(Pages))]
    public async Task At_360_pixels_no_page_scrolls_sideways(string page)
    {
        await using var opened = await OpenAsync(page, new() { ViewportSize = new() { Width = 360, Height = 740 } });

        Assert.That(await opened.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), Is.True);
    }

    private Task<OpenedPage> OpenAsync(string page, BrowserNewContextOptions? options = null) => OpenedPage.VisitAsync(reports.Url + page, options);
}
