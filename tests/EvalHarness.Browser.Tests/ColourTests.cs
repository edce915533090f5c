using Microsoft.Playwright;

namespace EvalHarness.Browser.Tests;

public sealed class ColourTests
{
    [TestCase(ColorScheme.Light)]
    [TestCase(ColorScheme.Dark)]
    public async Task Every_text_stands_out_from_what_is_behind_it(ColorScheme scheme)
    {
        await using var opened = await OpenedPage.OpenAsync(BrowserSession.Report, options: new() { ColorScheme = scheme });
        await opened.OpenRowAsync("s001");
        await opened.OpenFoldsAsync("s001");

        Assert.That(await Contrast.BelowAsync(opened.Page, 4.5), Is.Empty);

        // The measure sees what there is: no text is as black on white as can be.
        Assert.That(await Contrast.BelowAsync(opened.Page, 21), Is.Not.Empty);
    }

    [Test]
    public async Task A_reader_who_prefers_the_dark_gets_a_dark_page()
    {
        await using var light = await OpenedPage.OpenAsync(BrowserSession.Report, options: new() { ColorScheme = ColorScheme.Light });
        await using var dark = await OpenedPage.OpenAsync(BrowserSession.Report, options: new() { ColorScheme = ColorScheme.Dark });

        Assert.That(await Contrast.PaperAsync(light.Page), Is.GreaterThan(0.9));
        Assert.That(await Contrast.PaperAsync(dark.Page), Is.LessThan(0.15));
    }
}
