namespace EvalHarness.Browser.Tests;

public sealed class NarrowScreenTests
{
    private const string ScrolledSideways = """
        () => [...document.querySelectorAll('html, body, body *')]
          .filter(e => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1 && (e === document.documentElement || /auto|scroll|hidden/.test(getComputedStyle(e).overflowX)))
          .map(e => e.localName + '.' + e.className)
        """;

    [Test]
    public async Task At_360_pixels_nothing_but_tables_and_charts_scrolls_sideways()
    {
        await using var opened = await OpenedPage.OpenAsync(BrowserSession.Report, options: new() { ViewportSize = new() { Width = 360, Height = 740 } });
        await opened.OpenRowAsync("s001");
        await opened.OpenFoldsAsync("s001");

        var scrolled = await opened.Page.EvaluateAsync<string[]>(ScrolledSideways);

        Assert.That(scrolled.Distinct(), Is.EquivalentTo(new[] { "div.scroll", "figure." }));
    }
}
