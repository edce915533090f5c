using EvalHarness.Evaluators.Cost;
using EvalHarness.Reports.Markdown;
using EvalHarness.Tests.Reports.Html;

namespace EvalHarness.Tests.Reports.Markdown;

public sealed class SummaryMarkdownWriterTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void SetUp() => folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => folder.Dispose();

    [Test]
    public async Task A_summary_has_title_answer_table_notes_and_command()
    {
        var text = await WriteAsync(SomeReport.Make());

        Assert.That(text, Does.StartWith("# helpdesk\n"));
        Assert.That(text, Does.Contain("Run `20261123-101500-helpdesk`. How do rag, "));
        Assert.That(text, Does.Contain("| rag (baseline) | "));
        Assert.That(text, Does.Contain("| Cost per question (scenario) |"));
        Assert.That(text, Does.Contain("- latency: not meaningful here. "));
        Assert.That(text, Does.Match(@"- [a-z]+: \d+ failed of 60 rows"));
        Assert.That(text, Does.Match(@"\n    evalharness run \S*experiment\.yaml\n$"));
    }

    [Test]
    public async Task A_metric_without_any_value_is_warned_of_before_the_figures()
    {
        var text = await WriteAsync(SomeReport.Make() with { Unscored = [new("rag", "exact-match", 60, [("the judge failed: 503", 60)])] });

        Assert.That(text, Does.Match(@"\n\*\*Warning\.\*\* No value at all of “[^\n]*” \(exact-match\) for rag: [^\n]*60 of 60 rows: the judge failed: 503\.\n\n\| Pipeline "));
    }

    [Test]
    public async Task A_summary_has_the_ledgers_and_where_prices_are_from()
    {
        var text = await WriteAsync(SomeReport.Make() with { Ledger = SomeLedger.Entries, Prices = [new PriceSource("prices.yaml", "2026-11-23", "a list", new string('a', 64))] });

        Assert.That(text, Does.Contain("- System under test (scenario), rag, generation: \\$1.25 and 4 of unknown price (spent: \\$0.500), 60 priced parts"));
        Assert.That(text, Does.Contain("- Preparation, rag, hybrid, training: unknown (spent: unknown)"));
        Assert.That(text, Does.Contain("- Prices: prices.yaml of 2026-11-23, SHA-256 aaaaaaaaaaaa\n"));
    }

    [Test]
    public async Task Every_line_of_the_table_has_as_many_cells_as_its_head()
    {
        var text = await WriteAsync(SomeReport.Make());

        var tables = text.Split("\n\n").Where(t => t.StartsWith('|')).Select(t => t.Split('\n')).ToList();
        Assert.That(tables, Has.Count.EqualTo(2));
        Assert.That(tables[0], Has.Length.EqualTo(2 + SomeReport.Pipelines.Count));
        Assert.That(tables.Select(t => t.Select(l => l.Split('|').Length).Distinct().Count()), Is.All.EqualTo(1));
    }

    [Test]
    public async Task A_summary_says_why_answers_went_wrong()
    {
        var report = SomeReport.Make();

        var text = await WriteAsync(report);

        Assert.That(text, Does.Match(@"\nWhere answers went wrong\. rag: of \d+ answers that went wrong \(of 60\), \d+ % [a-z -]+, "));
        Assert.That(text, Does.Contain("| Cause | rag | fine-tuned | fine-tuned&#64;2026-09 | hybrid | base |\n|---|---|---|---|---|---|\n"));
        Assert.That(text, Does.Match(@"\n\| over-refused \| \d+ \(\d+ %\) \| "));
        Assert.That(await WriteAsync(report with { Causes = [] }), Does.Not.Contain("| Cause |"));
    }

    [Test]
    public async Task A_summary_stays_within_sixty_lines()
    {
        var report = SomeReport.Make();
        var crowd = report with
        {
            Ledger = [.. Enumerable.Repeat(SomeLedger.Entries[0], 90)],
            Pipelines = [.. Enumerable.Range(0, 90).Select(i => $"pipeline-{i}"), .. report.Pipelines],
            Manifest = report.Manifest with { Notes = [.. Enumerable.Repeat("one\nand two", 50)] },
        };

        Assert.That((await WriteAsync(crowd)).Split('\n'), Has.Length.LessThanOrEqualTo(60));
    }

    [TestCase("a|b", "a\\|b")]
    [TestCase("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;")]
    [TestCase("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))")]
    [TestCase("# *title* `code`", "\\# \\*title\\* \\`code\\`")]
    [TestCase("two\nlines", "two lines")]
    [TestCase("@everyone", "&#64;everyone")]
    [TestCase("\u202Eevil", " evil")]
    public void Text_from_data_stays_text(string text, string expected) => Assert.That(MarkdownText.Escape(text), Is.EqualTo(expected));

    [Test]
    public async Task A_hostile_description_of_a_badge_cannot_break_the_summary()
    {
        var report = SomeReport.Make();

        var text = await WriteAsync(report with { Badges = [report.Badges[0] with { Why = "a | b\n\n# <script>" }] });

        Assert.That(text, Does.Contain("measured. a \\| b  \\# &lt;script&gt;"));
    }

    [Test]
    public async Task The_same_report_gives_the_same_bytes()
    {
        var first = await WriteAsync(SomeReport.Make());

        Assert.That(await WriteAsync(SomeReport.Make()), Is.EqualTo(first));
    }

    private async Task<string> WriteAsync(RunReport report)
    {
        await new SummaryMarkdownWriter().WriteAsync(report, folder.FullPath, CancellationToken.None);
        return await File.ReadAllTextAsync(folder["summary.md"]);
    }
}
