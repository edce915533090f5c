using System.Text.Json;
using EvalHarness.Datasets;
using EvalHarness.Drafting;
using EvalHarness.Drafting.Reviews;
using EvalHarness.Reports.Reviewing;
using EvalHarness.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EvalHarness.Browser.Tests;

public sealed class ReviewPageTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void SetUp() => folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => folder.Dispose();

    [Test]
    public async Task Decisions_and_edits_are_what_the_file_holds()
    {
        await using var opened = await StartAsync(Draft("d0"), Draft("d1"), Draft("d2"));

        await opened.Page.Keyboard.PressAsync("a");
        await opened.Page.Keyboard.PressAsync("r");
        await Expect(opened.Page.Locator("#trouble")).ToContainTextAsync("Say why it is rejected");
        await opened.Page.Locator("#reason").FillAsync("nobody asks this");
        await opened.Page.Locator("[data-decision=reject]").ClickAsync();
        await opened.Page.Locator("#answer").FillAsync("an hour");
        await opened.Page.ReloadAsync();
        await opened.Page.Locator("[data-decision=accept]").ClickAsync();

        await Expect(opened.Page.Locator("#done")).ToHaveTextAsync("3 of 3 decided");
        var download = await opened.Page.RunAndWaitForDownloadAsync(() => opened.Page.Locator("#json").ClickAsync());
        using var handedOut = JsonDocument.Parse(await File.ReadAllTextAsync(await download.PathAsync()));
        Assert.That(EvalHarness.Inputs.InputSchemas.Named("review-sheet").Validate(handedOut.RootElement), Is.Empty);
        Assert.That(handedOut.RootElement.GetProperty("decisions").EnumerateArray().Select(d => (d.GetProperty("decision").GetString(), d.GetProperty("reason").GetString(), d.GetProperty("answer").GetString())), Is.EqualTo(new[]
        {
            ("accept", "", "60 minutes"), ("reject", "nobody asks this", "60 minutes"), ("accept", "", "an hour"),
        }));
        Assert.That(opened.Trouble, Is.Empty);
    }

    [Test]
    public async Task Hostile_texts_run_load_and_hide_nothing()
    {
        await using var opened = await StartAsync([.. HostileReport.Texts.Select((t, i) => Draft($"d{i}") with { Question = t, Answers = [t], Evidence = [new GoldEvidence("doc", t)], Flags = [t] })]);

        for (var i = 0; i < HostileReport.Texts.Count; i++)
            await opened.Page.Keyboard.PressAsync("ArrowRight");

        Assert.That(await opened.Page.EvaluateAsync<bool>("() => 'attacked' in window"), Is.False);
        Assert.That(opened.Trouble, Is.Empty);
        await Expect(opened.Page.Locator("body :is(img, svg, iframe, link, meta, base, style)")).ToHaveCountAsync(0);
    }

    private static Draft Draft(string id) => new()
    {
        Id = id,
        Kind = DraftKind.SingleHop,
        Phrasing = Phrasing.Short,
        Documents = ["doc"],
        Question = "How long is a reset link valid?",
        Answers = ["60 minutes"],
        Evidence = [new GoldEvidence("doc", "A reset link is valid for 60 minutes.")],
        Oracle = new ProbedAnswer(true, "60 minutes", true, null),
        Model = "m",
        Prompts = "p",
        Corpus = "c",
    };

    private async Task<OpenedPage> StartAsync(params Draft[] drafts)
    {
        await ReviewPage.WriteAsync([.. drafts.Select(d => ShownDraft.Of(d, null, null))], folder["review.html"], CancellationToken.None);
        var opened = await OpenedPage.OpenAsync(folder["review.html"]);
        await opened.Page.Locator("#name").FillAsync("Anna");
        await opened.Page.Keyboard.PressAsync("Enter");
        await opened.Page.Locator("#row .place").WaitForAsync();
        return opened;
    }
}
