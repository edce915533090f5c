using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EvalHarness.Browser.Tests;

public sealed class KeyboardTests
{
    private const int Stops = 80;

    [Test]
    public async Task The_keyboard_alone_reaches_a_row_and_opens_it()
    {
        await using var opened = await OpenedPage.OpenAsync(BrowserSession.Report);
        var summary = opened.Row("s000").Locator("> summary");

        await TabToAsync(opened.Page, summary);
        Assert.That(await summary.EvaluateAsync<string>("s => getComputedStyle(s).outlineStyle"), Is.Not.EqualTo("none"), "the focus is seen");
        await opened.Page.Keyboard.PressAsync("Enter");

        await Expect(opened.Row("s000").Locator(".results")).ToBeVisibleAsync();
        await TabToAsync(opened.Page, opened.Row("s000").GetByText("Scores (").First);
        await opened.Page.Keyboard.PressAsync("Enter");
        await Expect(opened.Row("s000").Locator(".scores").First).ToBeVisibleAsync();
    }

    [Test]
    public async Task The_first_stop_leads_past_charts_and_tables_to_the_rows()
    {
        await using var opened = await OpenedPage.OpenAsync(BrowserSession.Report);

        await opened.Page.Keyboard.PressAsync("Tab");
        await Expect(opened.Page.GetByText("Skip to the rows")).ToBeInViewportAsync();
        await opened.Page.Keyboard.PressAsync("Enter");
        await opened.Page.Keyboard.PressAsync("Tab");

        await Expect(opened.Page.GetByLabel("Search")).ToBeFocusedAsync();
    }

    [Test]
    public async Task Everything_that_scrolls_can_be_reached_to_be_scrolled()
    {
        await using var opened = await OpenedPage.OpenAsync(BrowserSession.Report);
        await opened.OpenRowAsync("s001");
        await opened.OpenFoldsAsync("s001");

        var unreachable = await opened.Page.Locator(".scroll, figure").EvaluateAllAsync<int>("all => all.filter(e => e.tabIndex !== 0 || !e.getAttribute('aria-label') && !e.getAttribute('aria-labelledby')).length");

        Assert.That(unreachable, Is.Zero);
    }

    private static async Task TabToAsync(IPage page, ILocator element)
    {
        for (var stop = 0; stop < Stops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await element.EvaluateAsync<bool>("e => e === document.activeElement"))
                return;
        }

        Assert.Fail($"{Stops} stops of the Tab key do not lead to {element}.");
    }
}
