using EvalHarness.Reports.Html;
using EvalHarness.Tests;
using EvalHarness.Tests.Reports;
using EvalHarness.Tests.Reports.Html;
using static Microsoft.Playwright.Assertions;

namespace EvalHarness.Browser.Tests;

public sealed class RowLinkTests
{
    /// <summary>A row of the list's second hundred that every pipeline answered, with claims.</summary>
    private static string Answered { get; } = BrowserSession.Rows.GroupBy(r => r.Sample.Id).Skip(100)
        .First(rows => rows.All(r => r.Trace.Answer?.Text.Contains("know.", StringComparison.Ordinal) == false && r.Scores["groundedness-corpus"].Detail is not null)).Key;

    [Test]
    public async Task A_link_opens_its_row_wherever_it_stands_in_the_list()
    {
        await using var opened = await OpenedPage.OpenAsync(BrowserSession.Report, $"#row-{Answered}");

        await Expect(opened.Row(Answered)).ToHaveAttributeAsync("open", "");
        await Expect(opened.Row(Answered).Locator("> summary")).ToBeInViewportAsync();
        await Expect(opened.Row(Answered).Locator("> summary")).ToBeFocusedAsync();
    }

    [Test]
    public async Task An_opened_row_shows_what_every_pipeline_answered_from_what()
    {
        await using var opened = await OpenedPage.OpenAsync(BrowserSession.Report, $"#row-{Answered}");

        var row = opened.Row(Answered);
        await Expect(row.Locator(".result")).ToHaveCountAsync(SomeReport.Pipelines.Count);
        await Expect(row.Locator(".result .said")).ToHaveCountAsync(SomeReport.Pipelines.Count);
        await Expect(row.Locator(".result > .claims")).ToHaveCountAsync(SomeReport.Pipelines.Count);

        // Two of the pipelines retrieve.
        await row.GetByText("Passages given (4)").First.ClickAsync();
        await Expect(row.Locator("details[open] .passage")).ToHaveCountAsync(4);
        await row.GetByText("Candidates (best 10)").Nth(1).ClickAsync();
        await Expect(row.Locator("details[open] tr.given >> visible=true")).Not.ToHaveCountAsync(0);
        await row.GetByText("Scores (").First.ClickAsync();
        await Expect(row.Locator(".scores").First).ToContainTextAsync("Answers correct");
    }

    [Test]
    public async Task A_link_to_a_row_that_the_filters_hide_clears_them()
    {
        await using var opened = await OpenedPage.OpenAsync(BrowserSession.Report);
        await opened.Page.GetByLabel("Search").FillAsync("s001");

        await opened.Page.EvaluateAsync("id => { location.hash = '#row-' + id }", Answered);

        await Expect(opened.Row(Answered).Locator(".results")).ToBeVisibleAsync();
        await Expect(opened.Page.GetByLabel("Search")).ToHaveValueAsync("");
    }

    [TestCase("data")]
    [TestCase("list")]
    [TestCase("count")]
    [TestCase("a b/%41?#&\"'")]
    public async Task A_link_opens_its_row_whatever_the_id(string id)
    {
        using var folder = new TemporaryFolder();
        var rows = SomePageRows.OfSamples(2).Select(r => r.Sample.Id == "s001" ? r with { Sample = r.Sample with { Id = id } } : r);
        await new HtmlReportWriter().WriteAsync(SomePageRows.Report([.. rows]), folder.FullPath, CancellationToken.None);

        await using var opened = await OpenedPage.OpenAsync(folder["index.html"], "#row-" + Uri.EscapeDataString(id));

        await Expect(opened.Page.Locator("details.row[open] > summary .id")).ToHaveTextAsync(id);
        await Expect(opened.Page.Locator("details.row[open] .results")).ToBeVisibleAsync();
        Assert.That(opened.Trouble, Is.Empty);
    }
}
