using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EvalHarness.Browser.Tests;

public sealed class RowListTests
{
    private OpenedPage opened = null!;

    [SetUp]
    public async Task Open() => opened = await OpenedPage.OpenAsync(BrowserSession.Report);

    [TearDown]
    public async Task Close() => await opened.DisposeAsync();

    [Test]
    public async Task The_list_begins_with_a_hundred_rows_and_shows_the_rest_when_asked()
    {
        await ExpectCountAsync(100, "110 of 110 questions");

        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "Show 10 more" }).ClickAsync();

        await ExpectCountAsync(110, "110 of 110 questions");
        await Expect(opened.Page.Locator("#more")).ToBeHiddenAsync();
    }

    [Test]
    public async Task A_search_narrows_the_rows_to_those_that_hold_all_words()
    {
        await opened.Page.GetByLabel("Search").FillAsync("HOW s042");

        await ExpectCountAsync(1, "1 of 110 questions");
        await Expect(opened.Row("s042")).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_filter_by_mark_leaves_the_rows_where_some_pipeline_has_it()
    {
        await ChooseAsync("show", "wrong answers");

        await Expect(Rows.Filter(new() { HasNot = opened.Page.Locator(".mark-W") })).ToHaveCountAsync(0);
        Assert.That(await Rows.CountAsync(), Is.GreaterThan(0));
    }

    [Test]
    public async Task A_filter_by_mark_and_pipeline_looks_at_that_pipelines_mark()
    {
        await ChooseAsync("show", "wrong answers");
        await ChooseAsync("of", "hybrid");

        var marks = await Rows.GetByRole(AriaRole.Img, new() { Name = "hybrid:" }).EvaluateAllAsync<string[]>("marks => marks.map(m => m.className)");
        Assert.That(marks, Is.Not.Empty.And.All.EqualTo("mark mark-W"));
    }

    [Test]
    public async Task A_number_of_the_causes_shows_its_rows()
    {
        await opened.Page.Locator("button.count").First.ClickAsync();

        await Expect(opened.Page.Locator("#cause")).Not.ToHaveValueAsync("");
        Assert.That(await Rows.CountAsync(), Is.GreaterThan(0));
        await Expect(opened.Page.Locator("#filters")).ToBeInViewportAsync();
    }

    [Test]
    public async Task A_filter_by_slice_leaves_its_rows()
    {
        var billing = BrowserSession.Rows.Where(r => r.Sample.Tags["topic"] == "billing").DistinctBy(r => r.Sample.Id).Count();

        await ChooseAsync("rows-slice", "topic=billing");

        await ExpectCountAsync(billing, $"{billing} of 110 questions");
    }

    [Test]
    public async Task Clearing_the_filters_brings_every_row_back()
    {
        await opened.Page.GetByLabel("Search").FillAsync("no row has these words");
        await ChooseAsync("rows-slice", "topic=billing");
        await ExpectCountAsync(0, "0 of 110 questions");

        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();

        await ExpectCountAsync(100, "110 of 110 questions");
    }

    private ILocator Rows => opened.Page.Locator("details.row");

    private Task ChooseAsync(string id, string label) => opened.Page.Locator($"#{id}").SelectOptionAsync(new SelectOptionValue { Label = label });

    private async Task ExpectCountAsync(int rows, string words)
    {
        await Expect(opened.Page.Locator("#rows-count")).ToHaveTextAsync(new Regex("^" + words + "$"));
        await Expect(Rows).ToHaveCountAsync(rows);
    }
}
