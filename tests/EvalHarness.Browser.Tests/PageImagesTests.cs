using EvalHarness.Tests;
using Microsoft.Playwright;

namespace EvalHarness.Browser.Tests;

/// <summary>The pictures of the guide to the page, taken of the shipped report.</summary>
public sealed class PageImagesTests
{
    private const long MostBytes = 1_500_000;

    private static readonly string Images = Path.Combine(Repository.Root, "docs", "images");

    [TestCase("page-light", 1200, 1500, ColorScheme.Light, "")]
    [TestCase("page-dark", 1200, 1100, ColorScheme.Dark, "#numbers")]
    [TestCase("page-row", 1200, 1300, ColorScheme.Light, "row")]
    [TestCase("page-360", 360, 1400, ColorScheme.Light, "")]
    [Explicit("writes docs/images")]
    public async Task Take(string name, int width, int height, ColorScheme scheme, string place)
    {
        await using var opened = await OpenedPage.OpenAsync(Path.Combine(Repository.Root, "reports", "example", "index.html"), options: new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = height } });
        if (place == "row")
            await OpenRowAsync(opened);
        else if (place.Length > 0)
            await opened.Page.Locator(place).EvaluateAsync("e => e.scrollIntoView()");

        await opened.Page.ScreenshotAsync(new() { Path = Path.Combine(Images, $"{name}.png") });
    }

    [Test]
    public void The_pictures_are_there_and_light()
    {
        var pictures = new DirectoryInfo(Images).GetFiles("*.png");

        Assert.That(pictures.Select(p => p.Name), Is.SupersetOf(new[] { "page-light.png", "page-dark.png", "page-row.png", "page-360.png" }));
        Assert.That(pictures.Sum(p => p.Length), Is.LessThan(MostBytes));
    }

    private static async Task OpenRowAsync(OpenedPage opened)
    {
        var row = opened.Page.Locator("details.row").First;
        await row.Locator("> summary").ClickAsync();
        await row.Locator(".results").WaitForAsync();
        await row.EvaluateAsync("e => { e.scrollIntoView(); scrollBy(0, -60); }");
    }
}
