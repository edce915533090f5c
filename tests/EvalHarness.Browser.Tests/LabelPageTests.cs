using System.Text.Json;
using EvalHarness.Calibration.Labelling;
using EvalHarness.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EvalHarness.Browser.Tests;

public sealed class LabelPageTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void SetUp() => folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => folder.Dispose();

    [Test]
    public async Task The_keyboard_labels_every_row_and_the_file_holds_what_was_pressed()
    {
        await using var opened = await StartAsync(SomeExport.Of("groundedness", SomeExport.Plain(4)));
        var keyboard = opened.Page.Keyboard;

        foreach (var key in new[] { "y", "n", "Shift+?", "ArrowLeft", "ArrowRight", "ArrowRight", "y" })
            await keyboard.PressAsync(key);

        await Expect(opened.Page.Locator("#done")).ToHaveTextAsync("4 of 4 labelled");
        using var handedOut = JsonDocument.Parse(await DownloadAsync(opened, "#json"));
        Assert.That(handedOut.RootElement.GetProperty("rater").GetString(), Is.EqualTo("Anna"));
        Assert.That(handedOut.RootElement.GetProperty("labels").EnumerateArray().Select(l => l.GetProperty("label").GetString()), Is.EqualTo(new[] { "yes", "no", "unsure", "yes" }));
        Assert.That(EvalHarness.Inputs.InputSchemas.Named("rater-labels").Validate(handedOut.RootElement), Is.Empty);
        Assert.That(opened.Trouble, Is.Empty);
    }

    [Test]
    public async Task Labels_outlive_the_page_and_it_goes_on_where_it_was_left()
    {
        await using var opened = await StartAsync(SomeExport.Of("answer-correctness", SomeExport.Plain(3)));
        await opened.Page.Keyboard.PressAsync("y");
        await opened.Page.Locator("#note").FillAsync("a note");

        await opened.Page.ReloadAsync();

        await Expect(opened.Page.Locator(".place")).ToContainTextAsync("Row 2 of 3");
        await Expect(opened.Page.Locator("#note")).ToHaveValueAsync("a note");
        await Expect(opened.Page.Locator("#done")).ToHaveTextAsync("1 of 3 labelled");
    }

    [Test]
    public async Task A_second_rater_does_not_see_the_labels_of_the_first()
    {
        await using var opened = await StartAsync(SomeExport.Of("answer-correctness", SomeExport.Plain(2)));
        await opened.Page.Keyboard.PressAsync("y");

        await opened.Page.Locator("#change").ClickAsync();
        await NameAsync(opened, "Ben");
        await Expect(opened.Page.Locator("#done")).ToHaveTextAsync("0 of 2 labelled");
        await opened.Page.Locator("#change").ClickAsync();
        await NameAsync(opened, "Anna");

        await Expect(opened.Page.Locator("#done")).ToHaveTextAsync("1 of 2 labelled");
    }

    [Test]
    public async Task Letters_typed_into_a_note_are_no_labels()
    {
        await using var opened = await StartAsync(SomeExport.Of("answer-correctness", SomeExport.Plain(2)));

        await opened.Page.Locator("#note").PressSequentiallyAsync("yny?");

        await Expect(opened.Page.Locator("#done")).ToHaveTextAsync("0 of 2 labelled");
    }

    [Test]
    public async Task Nothing_tells_a_rater_the_pipeline_or_the_score()
    {
        var file = await SomeExport.WriteAsync(SomeExport.Of("groundedness", SomeExport.Plain(2)), folder);

        Assert.That(await File.ReadAllTextAsync(file), Does.Not.Contain("secret").And.Not.Contain("0.123"));
        Assert.That(folder.Text("labels.csv"), Does.Not.Contain("secret").And.Not.Contain("0.123"));
    }

    [Test]
    public async Task Hostile_texts_run_load_and_hide_nothing()
    {
        await using var opened = await StartAsync(SomeExport.Of("groundedness", Hostile), HostileReport.Texts[3]);

        for (var i = 0; i < Hostile.Count; i++)
        {
            Assert.That(await opened.Page.Locator(".answer .text").TextContentAsync(), Is.EqualTo(Seen(HostileReport.Texts[i])));
            await opened.Page.Keyboard.PressAsync("y");
        }

        Assert.That(await opened.Page.EvaluateAsync<bool>("() => 'attacked' in window"), Is.False);
        Assert.That(opened.Trouble, Is.Empty);
        Assert.That(opened.Requests, Has.All.StartsWith(new Uri(folder["label.html"]).AbsoluteUri));
        await Expect(opened.Page.Locator("body :is(img, svg, iframe, link, meta, base, style)")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task The_downloaded_sheet_runs_no_formula_and_reads_as_the_exported_one()
    {
        ShownRow[] rows = [new("=HYPERLINK(\"http://x\")", "-1+cmd|' /C calc'!A0", "+1", []), new("a, \"b\"\nc", "'quoted'", "@x", [])];
        await using var opened = await StartAsync(SomeExport.Of("groundedness", rows), "=rater");
        await opened.Page.Keyboard.PressAsync("y");

        var sheet = await DownloadAsync(opened, "#csv");

        Assert.That(sheet, Does.Not.Match("(^|,|\n)\"?[=+@-]"));
        Assert.That(sheet, Does.Contain("\"'-1+cmd|' /C calc'!A0\",\"yes\"").And.Contain("\"'=rater\"").And.Contain("\"a, \"\"b\"\"\nc\""));
        Assert.That(sheet.Split('\n')[0].Replace("\"", "", StringComparison.Ordinal), Is.EqualTo(folder.Text("labels.csv").Split('\n')[0]));
    }

    [TestCase(ColorScheme.Light)]
    [TestCase(ColorScheme.Dark)]
    public async Task Every_text_stands_out_from_what_is_behind_it(ColorScheme scheme)
    {
        await using var opened = await StartAsync(SomeExport.Of("groundedness", SomeExport.Plain(3)), options: new() { ColorScheme = scheme });
        await opened.Page.Keyboard.PressAsync("y");
        await opened.Page.Keyboard.PressAsync("ArrowLeft");
        await opened.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => { d.open = true })");

        Assert.That(await Contrast.BelowAsync(opened.Page, 4.5), Is.Empty);
    }

    [Test]
    public async Task At_360_pixels_nothing_scrolls_sideways_and_the_choices_stay_in_reach()
    {
        await using var opened = await StartAsync(SomeExport.Of("groundedness", [.. Hostile, .. SomeExport.Plain(2)]), options: new() { ViewportSize = new() { Width = 360, Height = 740 } });

        for (var i = 0; i <= Hostile.Count; i++)
        {
            Assert.That(await opened.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), Is.True);
            await Expect(opened.Page.Locator("[data-label=yes]")).ToBeInViewportAsync();
            await opened.Page.Keyboard.PressAsync("ArrowRight");
        }
    }

    private static IReadOnlyList<ShownRow> Hostile { get; } = [.. HostileReport.Texts.Select(t => new ShownRow(t, t, t, []))];

    private static string Seen(string text) => text.Contains('\u202E', StringComparison.Ordinal) ? "U+202Egnp.exeU+202C U+2066isolatedU+2069 U+200Bunseen" : text;

    private async Task<OpenedPage> StartAsync(LabelExport export, string rater = "Anna", BrowserNewContextOptions? options = null)
    {
        var opened = await OpenedPage.OpenAsync(await SomeExport.WriteAsync(export, folder), options: options);
        await NameAsync(opened, rater);
        return opened;
    }

    private static async Task NameAsync(OpenedPage opened, string rater)
    {
        await opened.Page.Locator("#name").FillAsync(rater);
        await opened.Page.Keyboard.PressAsync("Enter");
        await opened.Page.Locator("#row .place").WaitForAsync();
    }

    private static async Task<string> DownloadAsync(OpenedPage opened, string button)
    {
        var download = await opened.Page.RunAndWaitForDownloadAsync(() => opened.Page.Locator(button).ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync());
    }
}
