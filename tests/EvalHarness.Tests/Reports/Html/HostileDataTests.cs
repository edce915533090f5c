using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Pipelines;
using EvalHarness.Runs;

namespace EvalHarness.Tests.Reports.Html;

public sealed class HostileDataTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void SetUp() => folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => folder.Dispose();

    [TestCase("<script>alert(1)</script>")]
    [TestCase("</script><script>alert(1)</script>")]
    [TestCase("<!-- <script> -->")]
    [TestCase("<img src=x onerror=alert(1)>")]
    [TestCase("\" onmouseover=\"alert(1)")]
    [TestCase("javascript:alert(1)")]
    [TestCase("[link](javascript:alert(1))")]
    [TestCase("</style><style>body{display:none}</style>")]
    [TestCase("{{script}} {{page}}")]
    [TestCase("a\u2028b\u2029c")]
    [TestCase("\u202Eevil\u202C \u2066isolated\u2069")]
    [TestCase("\0\u0001\u001b[31m\u007f")]
    [TestCase("&lt;b&gt; &amp;")]
    public async Task Hostile_text_stays_text_wherever_it_stands(string hostile)
    {
        var clean = await WrittenPage.WriteAsync(ReportOf("plain"), folder.FullPath);

        var page = await WrittenPage.WriteAsync(ReportOf(hostile), folder.FullPath);

        // The elements are those of any page, script and style are untouched, and the texts come back to the letter.
        Assert.That(page.Elements, Is.EqualTo(clean.Elements));
        Assert.That(page.Script, Is.EqualTo(clean.Script));
        Assert.That(page.Style, Is.EqualTo(clean.Style));
        Assert.That(page.Page["description"]!.GetValue<string>(), Is.EqualTo(hostile));
        Assert.That(WrittenPage.Text(page.Rows!, page.Rows!["rows"]![0]!["answers"]![0]), Is.EqualTo(hostile));
    }

    [Test]
    public async Task Nothing_that_could_end_a_script_element_stands_in_the_data()
    {
        var page = await WrittenPage.WriteAsync(ReportOf("<>&\u2028\u2029</script>"), folder.FullPath);

        var data = page.Html[page.Html.IndexOf("id=\"page-data\">", StringComparison.Ordinal)..];
        Assert.That(data.Split("</script>"), Has.Length.EqualTo(4), "the page's own three ends");
        Assert.That(page.Html, Does.Not.Contain('\u2028').And.Not.Contain('\u2029'));
    }

    [Test]
    public async Task Row_files_are_as_safe_as_the_page()
    {
        await WrittenPage.WriteAsync(ReportOf("</script>\u2028');alert(1);//"), folder.FullPath, rowLimitBytes: 10);

        var block = RowFile.Read(folder["rows/0.js"]);
        Assert.That(await File.ReadAllTextAsync(folder["rows/0.js"]), Does.Not.Contain('<').And.Not.Contain('\u2028'));
        Assert.That(WrittenPage.Text(block, block["rows"]![0]!["answers"]![0]), Is.EqualTo("</script>\u2028');alert(1);//"));
    }

    [Test]
    public async Task Names_from_data_are_never_property_names()
    {
        var page = await WrittenPage.WriteAsync(ReportOf("__proto__"), folder.FullPath);

        Assert.That(page.Html, Does.Not.Contain("\"__proto__\":"));
    }

    [Test]
    public async Task An_answer_of_a_megabyte_is_kept_whole()
    {
        var answer = new string('x', 1 << 20);

        var page = await WrittenPage.WriteAsync(ReportOf(answer), folder.FullPath, rowLimitBytes: 50_000_000);

        Assert.That(WrittenPage.Text(page.Rows!, page.Rows!["rows"]![0]!["results"]![0]!["text"]), Is.EqualTo(answer));
    }

    [Test]
    public async Task Half_a_surrogate_pair_does_not_stop_the_page()
    {
        var page = await WrittenPage.WriteAsync(ReportOf("plain") with { Description = "broken \ud83d end" }, folder.FullPath);

        Assert.That(page.Page["description"]!.GetValue<string>(), Is.EqualTo("broken \ufffd end"));
    }

    [Test]
    public async Task Claims_of_another_shape_are_left_out()
    {
        JsonNode[] details = [JsonValue.Create(3), new JsonArray(1, "two", new JsonObject { ["claim"] = 4 }), new JsonObject { ["claims"] = "none" }];

        foreach (var detail in details)
        {
            var page = await WrittenPage.WriteAsync(ReportOf("plain", detail), folder.FullPath);

            Assert.That(page.Rows!["rows"]![0]!["results"]![0]!["claims"], Is.Null);
        }
    }

    [Test]
    public async Task A_span_beyond_its_document_has_no_quote()
    {
        var claim = new JsonObject { ["claim"] = "c", ["supported"] = true, ["document"] = "article-0", ["start"] = 5, ["end"] = 1_000_000 };

        var page = await WrittenPage.WriteAsync(ReportOf("plain", new JsonArray(claim)), folder.FullPath);

        // Claim, verdict and document; no quote behind them.
        Assert.That(page.Rows!["rows"]![0]!["results"]![0]!["claims"]![0]!["claims"]![0]!.AsArray(), Has.Count.EqualTo(3));
    }

    /// <summary>A report in which every text that can come from data is this one.</summary>
    private static RunReport ReportOf(string text, JsonNode? detail = null)
    {
        var sample = Some.Sample("s1", text) with
        {
            Answers = [text],
            Evidence = [new GoldEvidence(text, text)],
            Messages = [new Message("user", text)],
            Context = new Dictionary<string, string> { [text] = text },
            Tags = SomeRows.Make()[0].Sample.Tags.Append(new(text, text)).ToDictionary(),
        };
        var answer = Some.Answer(text) with
        {
            Passages = [new Passage(text, text, text, text, null, 1)],
            Candidates = [new Candidate(text, text, null, 1, 1, 1, new Dictionary<string, double> { [text] = 1 }, [text], true)],
            Model = text,
        };
        var report = SomeReport.With([.. SomeReport.Pipelines.Select(p => Row(p, sample, answer, text, detail))]);
        return report with
        {
            Description = text,
            Corpus = SomePageRows.Corpus,
            Answers = new AnswerReader(new AnswerContract { Text = "answer", Citations = "citations" }),
            Manifest = report.Manifest with { Notes = [text] },
        };
    }

    private static ResultRow Row(string pipeline, Sample sample, Answer answer, string text, JsonNode? detail)
    {
        var trace = Some.Trace(answer, sample.Id, pipeline);
        var scores = SomeScores.Of(sample, trace, abstains: false, new Random(1)).ToDictionary(s => s.Key, s => s.Value with { Reason = text });
        scores["groundedness-corpus"] = scores["groundedness-corpus"] with { Detail = detail?.DeepClone() };
        return new ResultRow(pipeline, 0, sample, trace, scores);
    }
}
