using System.Text.RegularExpressions;
using EvalHarness.Reports.Html;
using EvalHarness.Tests;
using EvalHarness.Tests.Reports;
using static Microsoft.Playwright.Assertions;

namespace EvalHarness.Browser.Tests;

public sealed class DecisionSectionTests
{
    private TemporaryFolder folder = null!;
    private OpenedPage opened = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        folder = new TemporaryFolder();
        await new HtmlReportWriter().WriteAsync(SomeReport.Make(), folder.FullPath, CancellationToken.None);
        opened = await OpenedPage.OpenAsync(folder["index.html"], options: new() { ViewportSize = new() { Width = 360, Height = 740 } });
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await opened.DisposeAsync();
        folder.Dispose();
    }

    [Test]
    public async Task A_page_with_several_arms_begins_with_the_decision()
    {
        await Expect(opened.Page.Locator("main > section:visible h2").First).ToHaveTextAsync("RAG, fine-tuning, or both?");
        await Expect(opened.Page.Locator("#decision-answer")).ToContainTextAsync("Nothing is ranked");
        await Expect(opened.Page.Locator("#matrix tbody tr").First).ToContainTextAsync(new Regex(@"Right answers.*(RAG|hybrid|Fine-tuned|Not enough rows|No difference)"));
        await Expect(opened.Page.Locator("#matrix tbody tr", new() { HasText = "Speed" }).Locator(".verdict")).ToContainTextAsync("Nothing to conclude");
    }

    [Test]
    public async Task Each_strip_of_a_boundary_fills_its_track()
    {
        var widths = await opened.Page.EvaluateAsync<double[]>("() => [...document.querySelectorAll('.track')].map(t => [...t.querySelectorAll('.part')].reduce((sum, p) => sum + p.getBoundingClientRect().width, 0) / t.clientWidth)");

        Assert.That(widths, Is.Not.Empty.And.All.EqualTo(1).Within(0.02));
    }

    [Test]
    public async Task The_figures_and_the_rule_of_a_verdict_are_a_click_away()
    {
        var row = opened.Page.Locator("#matrix tbody tr").First;
        await row.Locator("summary").ClickAsync();

        await Expect(row.Locator("details")).ToContainTextAsync("Holm");
    }

    [Test]
    public async Task The_decision_breaks_no_policy_and_does_not_scroll_sideways()
    {
        var scrolled = await opened.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");

        Assert.That(scrolled, Is.False);
        Assert.That(opened.Trouble, Is.Empty);
    }
}
