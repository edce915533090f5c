using EvalHarness.Reports.Html;
using EvalHarness.Tests;
using static Microsoft.Playwright.Assertions;

namespace EvalHarness.Browser.Tests;

[TestFixture(long.MaxValue)]
[TestFixture(1_000)]
public sealed class HostileDataTests(long rowLimitBytes)
{
    private TemporaryFolder folder = null!;
    private OpenedPage opened = null!;

    [OneTimeSetUp]
    public async Task OpenAndClickThrough()
    {
        folder = new TemporaryFolder();
        await new HtmlReportWriter(rowLimitBytes).WriteAsync(HostileReport.Make(), folder.FullPath, CancellationToken.None);
        opened = await OpenedPage.OpenAsync(folder["index.html"]);
        await opened.ClickThroughAsync();
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await opened.DisposeAsync();
        folder.Dispose();
    }

    [Test]
    public async Task Nothing_from_data_runs()
    {
        Assert.That(await opened.Page.EvaluateAsync<bool>("() => 'attacked' in window"), Is.False);
        Assert.That(opened.Trouble, Is.Empty);
    }

    [Test]
    public void Nothing_from_data_is_loaded()
    {
        var home = new Uri(folder.FullPath + "/").AbsoluteUri;

        Assert.That(opened.Requests, Has.All.Match($"^{home}(index\\.html(#.*)?|rows/\\d+\\.js)$"));
    }

    [Test]
    public async Task Nothing_from_data_becomes_markup_or_style()
    {
        await Expect(opened.Page.Locator("body :is(img, svg, iframe, link, meta, base, style, [onerror], [onload], [onfocus], [style*=position])")).ToHaveCountAsync(0);
        await Expect(opened.Page.Locator("a:not([href^='#'])")).ToHaveCountAsync(0);
        await Expect(opened.Page.Locator("h1")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Every_row_shows_its_text_to_the_letter()
    {
        var said = await opened.Page.Locator(".row .result:first-child .said").AllTextContentsAsync();

        var seen = HostileReport.Texts.Select(t => t.Contains('\u202E', StringComparison.Ordinal) ? "U+202Egnp.exeU+202C U+2066isolatedU+2069 U+200Bunseen" : t);
        Assert.That(said, Is.EqualTo(seen.Append(HostileReport.Megabyte).ToArray()));
    }

    [Test]
    public async Task Characters_that_turn_or_hide_text_are_nowhere_in_the_page()
    {
        Assert.That(await opened.Page.InnerTextAsync("body"), Does.Not.Match("[\u200B\u202A-\u202E\u2066-\u2069]"));
    }
}
