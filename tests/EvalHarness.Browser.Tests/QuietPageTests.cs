using EvalHarness.Tests;

namespace EvalHarness.Browser.Tests;

public sealed class QuietPageTests
{
    [Test]
    public async Task Nothing_breaks_and_nothing_leaves_the_page_while_everything_is_clicked_through()
    {
        await using var opened = await OpenedPage.OpenAsync(BrowserSession.Report);

        await ChooseEveryOptionAsync(opened);
        await opened.ClickThroughAsync();

        Assert.That(await opened.Page.Locator(".row[open] .results").CountAsync(), Is.EqualTo(110));
        Assert.That(opened.Trouble, Is.Empty);
        Assert.That(opened.Requests.Where(r => !r.StartsWith("data:", StringComparison.Ordinal)), Has.All.StartsWith(new Uri(BrowserSession.Report).AbsoluteUri));
    }

    [Test]
    public async Task Another_page_that_breaks_its_policy_and_asks_for_more_is_noticed()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("index.html", """
            <!doctype html><meta http-equiv="Content-Security-Policy" content="script-src 'none'">
            <script>alert(1)</script><img src="http://127.0.0.1:9/image.png">
            """);

        await using var opened = await OpenedPage.OpenAsync(file);

        Assert.That(opened.Trouble, Has.Some.StartsWith("console error: policy: script-src"));
        Assert.That(opened.Requests, Does.Contain("http://127.0.0.1:9/image.png"));
    }

    private static async Task ChooseEveryOptionAsync(OpenedPage opened)
    {
        foreach (var select in await opened.Page.Locator("select").AllAsync())
        {
            foreach (var option in await select.Locator("option").AllAsync())
                await select.SelectOptionAsync((await option.GetAttributeAsync("value"))!);
            await select.SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Index = 0 });
        }
    }
}
