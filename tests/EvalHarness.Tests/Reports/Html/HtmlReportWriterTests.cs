using EvalHarness.Evaluators.Cost;
using EvalHarness.Reports.Charts;
using EvalHarness.Reports.Html;

namespace EvalHarness.Tests.Reports.Html;

public sealed class HtmlReportWriterTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void SetUp() => folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => folder.Dispose();

    [Test]
    public async Task The_same_report_gives_the_same_bytes()
    {
        var report = SomePageRows.Report(SomePageRows.OfSamples(12));

        await new HtmlReportWriter().WriteAsync(report, folder.FullPath, CancellationToken.None);
        var first = await File.ReadAllBytesAsync(folder["index.html"]);
        await new HtmlReportWriter().WriteAsync(report, folder.FullPath, CancellationToken.None);

        Assert.That(await File.ReadAllBytesAsync(folder["index.html"]), Is.EqualTo(first));
    }

    [Test]
    public async Task A_page_asks_for_nothing_that_it_does_not_carry()
    {
        var report = SomePageRows.Report(SomePageRows.OfSamples(4));
        await new ChartWriter().WriteAsync(report, folder.FullPath, CancellationToken.None);

        var page = await WrittenPage.WriteAsync(report, folder.FullPath);

        Assert.That(page.Elements, Has.None.Match(@"\s(src|srcset|action|poster|data)=").And.None.Match("<(link|iframe|object|embed|img)"));
        Assert.That(page.Elements.Where(e => e.Contains("href", StringComparison.Ordinal)), Has.All.Contains("href=\"#"));
        Assert.That(page.Style, Does.Not.Contain("url(").And.Not.Contain("@import"));
    }

    [Test]
    public async Task Charts_stand_in_the_page_with_words_for_those_who_do_not_see_them()
    {
        var report = SomePageRows.Report(SomePageRows.OfSamples(8));
        await new ChartWriter().WriteAsync(report, folder.FullPath, CancellationToken.None);

        var page = await WrittenPage.WriteAsync(report, folder.FullPath);

        var charts = page.Page["charts"]!.AsArray();
        Assert.That(charts, Has.Count.EqualTo(ChartCatalog.Of(report).Count));
        Assert.That(charts.Select(c => c!["source"]!.GetValue<string>()), Has.All.StartsWith("data:image/svg+xml;base64,"));
        Assert.That(charts.Select(c => c!["alternative"]!.GetValue<string>()), Has.All.Length.GreaterThan(20));
    }

    [Test]
    public async Task Ledgers_and_the_prices_they_rest_on_stand_in_the_page()
    {
        var report = SomePageRows.Report(SomePageRows.OfSamples(2)) with { Ledger = SomeLedger.Entries, Prices = [new PriceSource("prices.yaml", "2026-11-23", "a list", new string('a', 64))] };

        var page = await WrittenPage.WriteAsync(report, folder.FullPath);

        var lines = page.Page["ledger"]!.AsArray();
        Assert.That(lines.Select(l => (string?)l!["sum"]), Is.EqualTo(new[] { "$1.25 and 4 of unknown price", "$0", "unknown" }));
        Assert.That((string?)lines[2]!["pipelines"], Is.EqualTo("rag, hybrid"));
        Assert.That(page.Page["facts"]!.AsArray().Select(f => (string?)f!["value"]), Has.Some.EqualTo("prices.yaml of 2026-11-23, a list, aaaaaaaaaaaa"));
    }

    [Test]
    public async Task A_metric_without_any_value_is_warned_of()
    {
        var report = SomePageRows.Report(SomePageRows.OfSamples(2)) with { Unscored = [new("rag", "exact-match", 60, [("the judge failed: 503", 60)])] };

        var page = await WrittenPage.WriteAsync(report, folder.FullPath);

        Assert.That(page.Page["warnings"]!.AsArray().Single()!.GetValue<string>(), Does.StartWith("No value at all of ").And.EndWith(" 60 of 60 rows: the judge failed: 503."));
    }

    [Test]
    public async Task What_rows_have_in_common_stands_once()
    {
        var page = await WrittenPage.WriteAsync(SomePageRows.Report(SomePageRows.OfSamples(20)), folder.FullPath);

        var results = page.Rows!["rows"]!.AsArray().SelectMany(r => r!["results"]!.AsArray()).ToList();
        var shared = page.Rows["shared"]!.AsArray();
        Assert.That(shared.Select(l => l!.ToJsonString()), Is.Unique);
        Assert.That(results.Select(r => (int)r!["outcomes"]!).Distinct().Count(), Is.LessThan(results.Count / 2));
        foreach (var result in results)
            Assert.That(result!["values"]!.AsArray(), Has.Count.EqualTo(((string)shared[(int)result["outcomes"]!]!).Count(letter => letter == 's')));
    }

    [Test]
    public async Task Charts_that_were_not_drawn_are_left_out()
    {
        var page = await WrittenPage.WriteAsync(SomePageRows.Report(SomePageRows.OfSamples(2)), folder.FullPath);

        Assert.That(page.Page["charts"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Four_hundred_and_sixteen_samples_of_five_pipelines_fit_in_one_page_well_below_five_megabytes()
    {
        var report = SomePageRows.Report(SomePageRows.OfSamples(416));
        await new ChartWriter().WriteAsync(report, folder.FullPath, CancellationToken.None);

        var page = await WrittenPage.WriteAsync(report, folder.FullPath);

        Assert.That(page.Rows, Is.Not.Null);
        Assert.That(new FileInfo(folder["index.html"]).Length, Is.LessThanOrEqualTo(4_500_000));
    }

    [Test]
    public async Task Rows_beyond_the_limit_lie_in_files_that_hold_them_all()
    {
        var report = SomePageRows.Report(SomePageRows.OfSamples(20));

        var page = await WrittenPage.WriteAsync(report, folder.FullPath, rowLimitBytes: 20_000);

        var files = Directory.GetFiles(folder["rows"], "*.js");
        Assert.That(page.Rows, Is.Null);
        Assert.That(page.Page["rowsInFiles"]!.GetValue<bool>(), Is.True);
        Assert.That(files, Has.Length.GreaterThan(1));
        Assert.That(files.Sum(f => RowFile.Read(f)["rows"]!.AsArray().Count), Is.EqualTo(20));
    }

    [Test]
    public async Task The_list_of_rows_leads_to_the_block_and_place_of_each_row()
    {
        var rows = SomePageRows.OfSamples(20);

        var page = await WrittenPage.WriteAsync(SomePageRows.Report(rows), folder.FullPath, rowLimitBytes: 20_000);

        var entry = page.Page["rows"]!.AsArray().Single(r => r!["id"]!.GetValue<string>() == "s018")!;
        var block = RowFile.Read(folder[$"rows/{entry["block"]}.js"]);
        var answer = block["rows"]![entry["place"]!.GetValue<int>()]!["answers"]![0];
        Assert.That(WrittenPage.Text(block, answer), Is.EqualTo(rows.First(r => r.Sample.Id == "s018").Sample.Answers[0]));
    }

    [Test]
    public async Task Row_files_of_an_earlier_report_are_taken_away()
    {
        var report = SomePageRows.Report(SomePageRows.OfSamples(6));

        await WrittenPage.WriteAsync(report, folder.FullPath, rowLimitBytes: 1_000);
        var page = await WrittenPage.WriteAsync(report, folder.FullPath);

        Assert.That(page.Rows, Is.Not.Null);
        Assert.That(Directory.Exists(folder["rows"]), Is.False);
    }

    [Test]
    public async Task A_passage_that_many_rows_were_given_is_stored_once()
    {
        var rows = SomeRows.Make();

        var page = await WrittenPage.WriteAsync(SomeReport.With(rows), folder.FullPath);

        Assert.That(page.Rows!["passages"]!.AsArray(), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_claim_carries_its_verdict_and_the_quote_it_rests_on()
    {
        var rows = SomePageRows.OfSamples(6);
        var page = await WrittenPage.WriteAsync(SomePageRows.Report(rows), folder.FullPath);

        var claims = from row in page.Rows!["rows"]!.AsArray()
                     from result in row!["results"]!.AsArray()
                     from list in result!["claims"]?.AsArray() ?? []
                     from claim in list!["claims"]!.AsArray()
                     select claim.AsArray();
        var supported = claims.First(c => c[1]!.GetValue<int>() == 1);
        var unsupported = claims.First(c => c[1]!.GetValue<int>() == 0);

        // Column 0 is the claim, 3 the quote, 4 the reason.
        Assert.That(WrittenPage.Text(page.Rows!, supported[3]), Is.EqualTo(WrittenPage.Text(page.Rows!, supported[0])));
        Assert.That(WrittenPage.Text(page.Rows!, unsupported[4]), Does.Contain("are missing"));
    }

    [Test]
    public async Task The_page_says_where_answers_went_wrong_and_every_row_has_its_cause()
    {
        var report = SomeReport.Make();

        var page = await WrittenPage.WriteAsync(report, folder.FullPath);

        var causes = page.Page["causes"]!["causes"]!.AsArray();
        var refused = causes.Select(c => (string?)c!["label"]).ToList().IndexOf("over-refused");
        var rows = report.Causes.Single(c => c is { Pipeline: "rag", Cause: EvalHarness.Diagnosis.Cause.OverRefused }).Rows;
        Assert.That((int)causes[refused]!["cells"]![0]!["rows"]!, Is.EqualTo(rows).And.GreaterThan(0));
        Assert.That(page.Page["rows"]!.AsArray().Count(r => r!["causes"]?[0]!.AsArray().Any(c => (int)c! == refused) == true), Is.EqualTo(rows));
        Assert.That(page.Rows!["rows"]!.AsArray().Count(r => (int?)r!["results"]![0]!["cause"] == refused), Is.EqualTo(rows));
        Assert.That(page.Page["causes"]!["sentences"]!.AsArray(), Has.Count.EqualTo(SomeReport.Pipelines.Count));
    }

    [Test]
    public async Task Every_figure_of_the_page_carries_its_badge()
    {
        var page = await WrittenPage.WriteAsync(SomeReport.Make(), folder.FullPath);

        var badges = page.Page["names"]!.AsArray().ToDictionary(n => n!["name"]!.GetValue<string>(), n => n!["badge"]!.GetValue<string>());
        Assert.That(badges["answer-correctness"], Is.EqualTo("measured"));
        Assert.That(badges["cost-usd"], Is.EqualTo("scenario"));
        Assert.That(badges["latency-service-ms:p95"], Is.EqualTo("not meaningful here"));
        Assert.That(badges.Values, Has.None.EqualTo("unclassified"));
    }
}
