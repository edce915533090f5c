using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EvalHarness.Browser.Tests;

public sealed class PrintTests
{
    private OpenedPage opened = null!;

    // A4 is 794 CSS pixels wide; the style leaves margins of 14 mm.
    [OneTimeSetUp]
    public async Task Open()
    {
        opened = await OpenedPage.OpenAsync(BrowserSession.Report, options: new() { ViewportSize = new() { Width = 688, Height = 1002 }, ColorScheme = ColorScheme.Dark });
        await opened.OpenRowAsync("s001");
        await opened.Page.EmulateMediaAsync(new() { Media = Media.Print });
    }

    [OneTimeTearDown]
    public async Task Close() => await opened.DisposeAsync();

    [Test]
    public async Task Paper_has_the_answer_the_tables_and_the_open_rows_but_no_controls()
    {
        foreach (var shown in new[] { "#question", ".answer >> nth=0", "#badges", ".headline >> nth=0", "#figures table", "#comparisons table", ".row[open] .results" })
            await Expect(opened.Page.Locator(shown)).ToBeVisibleAsync();
        foreach (var hidden in new[] { "nav", "#filters", "#more", "#slice", ".row:not([open]) >> nth=0" })
            await Expect(opened.Page.Locator(hidden)).ToBeHiddenAsync();
    }

    [Test]
    public async Task Paper_cuts_nothing_off()
    {
        var cut = await opened.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('body *')]
              .filter(e => e.checkVisibility() && (e.getBoundingClientRect().right > innerWidth + 1 || (getComputedStyle(e).overflowY !== 'visible' && e.scrollHeight > e.clientHeight + 1)))
              .map(e => e.localName + '.' + e.className)
            """);

        Assert.That(cut, Is.Empty);
    }

    [Test]
    public async Task Paper_is_white_and_readable_even_for_a_reader_who_prefers_the_dark()
    {
        Assert.That(await Contrast.PaperAsync(opened.Page), Is.EqualTo(1));
        Assert.That(await Contrast.BelowAsync(opened.Page, 4.5), Is.Empty);
    }

    [Test]
    public async Task The_heads_of_tables_stay_at_their_tables()
    {
        var positions = await opened.Page.Locator("thead th").EvaluateAllAsync<string[]>("heads => [...new Set(heads.map(h => getComputedStyle(h).position))]");

        // A head that sticks to the window is printed in the middle of later pages.
        Assert.That(positions, Is.EqualTo(new[] { "static" }));
    }
}
