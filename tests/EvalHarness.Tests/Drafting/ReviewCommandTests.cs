using System.Text.Json;
using EvalHarness.Cli;
using EvalHarness.Cli.Reviewing;
using EvalHarness.Datasets;
using EvalHarness.Drafting;
using EvalHarness.Drafting.Reviews;
using EvalHarness.Runs;
using Spectre.Console.Testing;

namespace EvalHarness.Tests.Drafting;

/// <summary>Drafts become gold samples by a person's word alone.</summary>
internal sealed class ReviewCommandTests
{
    private TemporaryFolder folder = null!;

    private string Drafts => folder["samples.drafts.jsonl"];

    private string Samples => folder["samples.jsonl"];

    [SetUp]
    public void Start()
    {
        folder = new TemporaryFolder();
        StrangerCorpus.Write(folder, "docs");
        Write([.. Enumerable.Range(0, 6).Select(Draft)]);
    }

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public async Task Each_letter_does_what_it_says()
    {
        var result = await ReviewAsync("a\nr nobody asks this\nq Is this asked better?\nw 99 days\na\ns\nb\nb\nr after all not\nx\n");

        var samples = await SamplesAsync();
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(Decisions().Select(d => (d.Id, d.Decision, d.Reason, d.Question, d.Answer)), Is.EqualTo(new (string, ReviewVerdict, string?, string?, string?)[]
        {
            ("d2", ReviewVerdict.Accept, null, null, null),
            ("d0", ReviewVerdict.Reject, "nobody asks this", null, null),
            ("d4", ReviewVerdict.Accept, null, "Is this asked better?", "99 days"),
            ("d4", ReviewVerdict.Reject, "after all not", null, null),
        }));
        Assert.That(samples.Select(s => s.Id), Is.EqualTo(new[] { "d2" }), "document by document");
        Assert.That(result.Output, Does.Match(@"single-hop +1 +0 +2 +3 +33\.3 \[6\.1, 79\.2\]").And.Contain("1 accepted samples"));
    }

    [Test]
    public async Task What_was_accepted_is_a_gold_sample_that_passes_the_datasets_own_reader()
    {
        Write(Draft(0), Draft(1) with { Kind = DraftKind.Unanswerable, Answers = [] }, Draft(2) with { Flags = [EvalHarness.Drafting.Draft.ClosedBookFlag] });

        await ReviewAsync("a\nw 99 days\na\na\n", "--reviewer", "ada", "--dev", "0");

        var samples = (await SamplesAsync()).OrderBy(s => s.Id, StringComparer.Ordinal).ToList();
        Assert.That(samples.Select(s => (s.Id, s.Split, s.Cluster)), Is.EqualTo(new[] { ("d0", "test", "basics/invoice-calendar"), ("d1", "test", "more/invoice-register"), ("d2", "test", "basics/invoice-approval") }));
        Assert.That(samples.Select(s => (s.Answers.Count == 0 ? null : s.Answers[0], s.Unanswerable, s.Evidence.Count)), Is.EqualTo(new (string?, bool, int)[] { ("99 days", false, 1), (null, true, 0), ("22 days", false, 1) }));
        Assert.That(samples[2].Tags, Is.EquivalentTo(new Dictionary<string, string> { ["kind"] = "single-hop", ["phrasing"] = "short", ["origin"] = "drafted by writer", ["reviewer"] = "ada", ["closed-book"] = "yes" }));
        Assert.That(samples.Select(s => s.Tags.ContainsKey("edited")), Is.EqualTo(new[] { true, false, false }));
    }

    [Test]
    public async Task Who_quits_goes_on_where_they_quit_and_what_was_decided_stays()
    {
        await ReviewAsync("a\na\n");
        var first = File.ReadAllText(Samples);

        var result = await ReviewAsync("a\nr no\nr no\n");

        Assert.That(result.Output, Does.StartWith("1 of 4").And.Contain("4 of 4"));
        Assert.That(File.ReadAllText(Samples), Does.StartWith(first));
        Assert.That(Decisions(), Has.Length.EqualTo(5));
        Assert.That(await SamplesAsync(), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Rows_that_were_there_stay_and_placeholders_go()
    {
        const string Mine = """{ "id":"mine",  "question":"How?", "answers":["So."] }""";
        File.WriteAllText(Samples, Mine + "\n{\"id\":\"p\",\"question\":\"?\",\"answers\":[\"!\"],\"tags\":{\"placeholder\":\"yes\"}}\n");

        var result = await ReviewAsync("a\n");

        Assert.That(result.Output, Does.Contain("1 placeholder rows were taken out of").And.Contain("beside 1 that were there"));
        Assert.That(File.ReadAllLines(Samples), Has.Length.EqualTo(2).And.ItemAt(0).EqualTo(Mine));
    }

    [Test]
    public async Task Placeholders_stay_as_long_as_nothing_is_accepted()
    {
        const string Row = "{\"id\":\"p\",\"question\":\"?\",\"answers\":[\"!\"],\"tags\":{\"placeholder\":\"yes\"}}\n";
        File.WriteAllText(Samples, Row);

        await ReviewAsync("r no\n");

        Assert.That(File.ReadAllText(Samples), Is.EqualTo(Row));
    }

    [Test]
    public async Task A_wording_that_is_typed_as_it_stood_is_no_edit()
    {
        await ReviewAsync("q How many days does the invoice approval keep its entries?\nw 22 days\na\n");

        Assert.That(Decisions().Select(d => (d.IsEdited, d.Decision)), Is.EqualTo(new[] { (false, ReviewVerdict.Accept) }));
    }

    [Test]
    public async Task The_quote_is_marked_where_it_stands_and_control_characters_are_shown_as_such()
    {
        Write(Draft(0) with { Question = "Is \u202Ethis\u001b[2J asked?" });

        var result = await ReviewAsync("x\n");

        Assert.That(result.Output, Does.Contain("»The invoice calendar keeps its entries for 20 days.«").And.Contain("A question about the invoice calendar is answered"));
        Assert.That(result.Output, Does.Contain(@"Is \u202ethis\u001b[2J asked?"));
        Assert.That(result.Output, Does.Not.Contain('\u001b').And.Not.Contain('\u202e'));
    }

    [Test]
    public async Task What_cannot_be_read_is_asked_for_again()
    {
        var result = await ReviewAsync("yes\nr\n\na\n");

        Assert.That(result.Error, Does.Contain("'yes' is none of a, r, q, w, s, b, x.").And.Contain("'r' needs a text behind it: why it is rejected."));
        Assert.That(Decisions(), Has.Length.EqualTo(1));
    }

    [TestCase("decisions.json", """{"reviewer": "ben", "decisions": [{"id": "d0", "decision": "accept", "question": "How many days does the invoice calendar keep its entries?", "answer": "twenty days"}, {"id": "d1", "decision": "reject", "reason": "odd"}, {"id": "d2", "decision": ""}]}""")]
    [TestCase("decisions.csv", "id,question,answer,decision,reason,reviewer\nd0,,twenty days,Accept,,ben\nd1,,,reject,odd,ben\nd2,,,,,ben\n")]
    public async Task What_the_page_handed_out_is_taken_in(string name, string text)
    {
        var result = await ReviewAsync("", "--import", folder.Write(name, text));

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(Decisions().Select(d => (d.Id, d.Decision, d.Reviewer, d.Reason, d.Question, d.Answer)), Is.EqualTo(new (string, ReviewVerdict, string, string?, string?, string?)[]
        {
            ("d0", ReviewVerdict.Accept, "ben", null, null, "twenty days"),
            ("d1", ReviewVerdict.Reject, "ben", "odd", null, null),
        }));
        Assert.That((await SamplesAsync()).Select(s => s.Answers[0]), Is.EqualTo(new[] { "twenty days" }));
    }

    [TestCase("id,decision\nd9,accept\n", "there is no draft 'd9' to be decided on")]
    [TestCase("id,decision\nd1,accept\nd1,accept\n", "the draft 'd1' is decided on twice")]
    [TestCase("id,decision\nd1,maybe\n", "'maybe' is no decision. Write accept or reject")]
    [TestCase("id,decision\nd0,accept\nd1,reject\n", "nothing says why 'd1' is rejected")]
    [TestCase("id,verdict\nd1,accept\n", "there is no column 'decision'")]
    public async Task Decisions_that_are_wrong_are_said_and_none_is_taken_in(string text, string problem)
    {
        var result = await ReviewAsync("", "--import", folder.Write("decisions.csv", text));

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain(problem));
        Assert.That(ReviewFile.Beside(Drafts), Does.Not.Exist);
        Assert.That(Samples, Does.Not.Exist);
    }

    [Test]
    public async Task The_page_holds_every_draft_with_its_quote_in_place_and_data_that_stay_data()
    {
        Write(Draft(0) with { Question = "</script><script>alert(1)</script>" }, Draft(1));

        var result = await ReviewAsync("", "--page", folder["review.html"]);

        var html = folder.Text("review.html");
        Assert.That(result.Output, Does.Contain("2 drafts. Open it in a browser; then: evalharness review"));
        Assert.That(html, Does.Contain("\"quote\":\"The invoice register keeps its entries for 21 days.\"").And.Contain("A question about the invoice register"));
        Assert.That(html, Does.Contain("Content-Security-Policy").And.Not.Contain("<script>alert"));
        Assert.That(ReviewFile.Beside(Drafts), Does.Not.Exist);
    }

    [Test]
    public async Task A_refused_draft_is_never_shown()
    {
        Write(Draft(0).Refuse(RefusalReason.Duplicate, "like d1"), Draft(1));

        var result = await ReviewAsync("a\na\n");

        Assert.That(result.Output, Does.Contain("1 of 1").And.Not.Contain("d0"));
        Assert.That((await SamplesAsync()).Select(s => s.Id), Is.EqualTo(new[] { "d1" }));
    }

    [Test]
    public void Rows_of_one_document_are_never_in_both_splits_and_about_a_fifth_are_dev()
    {
        AcceptedSample made = new(0.2);
        var drafts = Enumerable.Range(0, 1000).Select(i => Draft(0) with { Id = $"d{i}", Documents = [$"doc{i % 500}"] });

        var samples = drafts.Select(d => made.Of(d, new ReviewDecision(d.Id, ReviewVerdict.Accept, "ada", DateTimeOffset.UnixEpoch))).ToList();

        Assert.That(samples.GroupBy(s => s.Cluster).Select(c => c.Select(s => s.Split).Distinct().Count()), Is.All.EqualTo(1));
        Assert.That(samples.Count(s => s.Split == "dev"), Is.InRange(140, 260));
    }

    [Test]
    public void On_a_terminal_arrows_choose_and_a_text_is_kept_where_it_is_only_confirmed()
    {
        using var console = new TestConsole().Interactive();
        var draft = Draft(0) with { Question = "Is [this] \u202Easked?" };
        Press(console, down: 1, "not clear");
        Press(console, down: 2, "");
        Press(console, down: 3, "20 days and no more");
        Press(console, down: 0, null);
        PromptDesk desk = new(console);

        var said = Enumerable.Range(0, 4).Select(_ => desk.Ask(draft)).ToList();

        Assert.That(said, Is.EqualTo(new[]
        {
            new ReviewAnswer(ReviewStep.Reject, "not clear"),
            new ReviewAnswer(ReviewStep.EditQuestion, draft.Question),
            new ReviewAnswer(ReviewStep.EditAnswer, "20 days and no more"),
            new ReviewAnswer(ReviewStep.Accept),
        }));
    }

    private static void Press(TestConsole console, int down, string? text)
    {
        for (var i = 0; i < down; i++)
            console.Input.PushKey(ConsoleKey.DownArrow);
        console.Input.PushKey(ConsoleKey.Enter);
        if (text is not null)
            console.Input.PushTextWithEnter(text);
    }

    private static Draft Draft(int place)
    {
        var topic = StrangerCorpus.Topics[place];
        var document = $"{(place % 2 == 0 ? "basics" : "more")}/{StrangerCorpus.Slug(topic)}";
        return new Draft
        {
            Id = $"d{place}",
            Kind = DraftKind.SingleHop,
            Phrasing = Phrasing.Short,
            Documents = [document],
            Question = $"How many days does the {topic} keep its entries?",
            Answers = [$"{20 + place} days"],
            Evidence = [new GoldEvidence(document, $"The {topic} keeps its entries for {20 + place} days.")],
            Oracle = new ProbedAnswer(true, $"{20 + place} days", true, "gives it"),
            ClosedBook = new ProbedAnswer(false, "", null, null),
            Model = "writer",
            Prompts = "p",
            Corpus = "c",
        };
    }

    private void Write(params Draft[] drafts) => File.WriteAllLines(Drafts, drafts.Select(d => JsonSerializer.Serialize(d, RunJson.Compact)));

    private ReviewDecision[] Decisions() => [.. File.ReadAllLines(ReviewFile.Beside(Drafts)).Select(l => JsonSerializer.Deserialize<ReviewDecision>(l, RunJson.Compact)!)];

    private async Task<List<Sample>> SamplesAsync() => await new DatasetReader(CorpusReader.Read(folder["docs"])).ReadAsync(Samples, CancellationToken.None).ToListAsync();

    private async Task<CliResult> ReviewAsync(string typed, params string[] more)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        App app = new(output, error, TimeProvider.System) { Input = new StringReader(typed) };
        var exitCode = await app.RunAsync(["review", Drafts, "--out", Samples, "--corpus", folder["docs"], .. more], CancellationToken.None);
        return new CliResult(exitCode, $"{output}", $"{error}");
    }
}
