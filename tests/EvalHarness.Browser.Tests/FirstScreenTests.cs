using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EvalHarness.Browser.Tests;

public sealed class FirstScreenTests
{
    private OpenedPage opened = null!;

    [OneTimeSetUp]
    public async Task Open() => opened = await OpenedPage.OpenAsync(BrowserSession.Report, options: new() { ViewportSize = new() { Width = 1440, Height = 900 } });

    [OneTimeTearDown]
    public async Task Close() => await opened.DisposeAsync();

    [Test]
    public async Task The_first_screen_has_the_question_and_an_answer()
    {
        await Expect(await OnScreenAsync("h1")).ToContainTextAsync("110 gold questions of helpdesk");
        await Expect(await OnScreenAsync(".answer >> nth=0")).ToContainTextAsync(new Regex(@"Answers correct.*hybrid \(\+.* points \[.*, n = 110\) is better than rag"));
        await Expect(await OnScreenAsync("#recommendation")).ToContainTextAsync("No overall recommendation is drawn");
    }

    [Test]
    public async Task The_first_screen_has_the_badge_of_every_family()
    {
        await Expect(await OnScreenAsync("#badges li >> nth=-1")).ToContainTextAsync("not meaningful here");

        await Expect(opened.Page.Locator("#badges .badge")).ToHaveTextAsync(["measured", "measured", "measured", "measured", "measured", "scenario", "not meaningful here"]);
    }

    [Test]
    public async Task The_first_screen_has_every_pipelines_first_figure_with_its_interval_and_n()
    {
        foreach (var card in await opened.Page.Locator(".headline").AllAsync())
        {
            await Expect(await OnScreenAsync(card.Locator(".value").First)).ToHaveTextAsync(new Regex(@"^\d+\.\d %$"));
            await Expect(await OnScreenAsync(card.Locator(".interval").First)).ToHaveTextAsync(new Regex(@"^\[\d+\.\d, \d+\.\d\]$"));
            await Expect(await OnScreenAsync(card.Locator(".n").First)).ToHaveTextAsync(new Regex(@"^n \d+ of 110"));
        }

        await Expect(opened.Page.Locator(".headline h3")).ToHaveTextAsync(["ragbaseline", "fine-tuned", "fine-tuned@2026-09", "hybrid", "base"]);
    }

    private Task<ILocator> OnScreenAsync(string selector) => OnScreenAsync(opened.Page.Locator(selector));

    /// <summary>The element, once all of it is known to stand on the screen without scrolling.</summary>
    private static async Task<ILocator> OnScreenAsync(ILocator element)
    {
        await Expect(element).ToBeInViewportAsync(new() { Ratio = 1 });
        return element;
    }
}
