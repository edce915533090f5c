using System.Text.Json;
using EvalHarness.Cli;
using EvalHarness.Datasets;
using EvalHarness.Drafting;
using EvalHarness.Stub;
using EvalHarness.Stub.Faults;
using EvalHarness.Tests.Wire;

namespace EvalHarness.Tests.Drafting;

/// <summary>Gold samples are drafted over real HTTP, from the command line to the file of drafts.</summary>
internal sealed class GenerateCommandTests
{
    private TemporaryFolder folder = null!;

    private string File => folder["samples.drafts.jsonl"];

    [SetUp]
    public void Start()
    {
        folder = new TemporaryFolder();
        StrangerCorpus.Write(folder, "docs");
    }

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public async Task Drafts_are_anchored_tried_and_counted_by_kind_and_reason()
    {
        await using var stub = await StubAsync();

        var result = await GenerateAsync(stub, "--count", "60", "--yes");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        var (drafts, corpus) = (await DraftsAsync(), CorpusReader.Read(folder["docs"]));
        var candidates = drafts.Where(d => d.Refused is null).ToList();
        Assert.That(candidates, Has.Count.EqualTo(60));
        Assert.That(candidates.Select(d => d.Kind).Distinct(), Is.EquivalentTo(new[] { DraftKind.SingleHop, DraftKind.TwoHop, DraftKind.Unanswerable }));
        Assert.That(candidates.CountBy(d => d.Phrasing).Select(p => p.Value), Is.All.GreaterThan(20));
        Assert.That(candidates.SelectMany(d => d.Evidence).Where(e => corpus.Find(e.Document)?.Find(e.Quote) is null), Is.Empty);
        Assert.That(candidates.Where(d => d.Kind == DraftKind.TwoHop).Select(d => d.Evidence.Select(e => e.Document).Distinct().Count()), Is.All.EqualTo(2));
        Assert.That(candidates.Where(d => d.Kind == DraftKind.Unanswerable).Select(d => (d.Answers.Count, d.Oracle!.IsKnown)), Is.All.EqualTo((0, false)));
        Assert.That(candidates.Where(d => d.Kind != DraftKind.Unanswerable).Select(d => (d.Oracle!.Agrees, d.ClosedBook is not null)), Is.All.EqualTo(((bool?)true, true)));
        Assert.That(candidates.Where(d => d.Flags.Contains(Draft.ClosedBookFlag)).SelectMany(d => d.Documents).Distinct(), Is.EqualTo(new[] { Id(StrangerModel.Remembered) }));
        Assert.That(drafts.Where(d => d.Refused is { Reason: RefusalReason.NotVerbatim }).SelectMany(d => d.Documents).Distinct(), Is.EqualTo(new[] { Id(StrangerModel.Misquoted) }));
        Assert.That(candidates.Where(d => d.Kind != DraftKind.TwoHop).SelectMany(d => d.Documents), Does.Contain(Id(StrangerModel.Talkative)), "an unreadable reply is asked for again");
        Assert.That(result.Output, Does.Match(@"single-hop +\d+ +\d+ +\d+ +.*\d not-verbatim").And.Contain("None counts before somebody has read it: evalharness review"));
        Assert.That(drafts.GroupBy(d => d.Kind).Select(k => k.Select(d => d.Prompts).Distinct().Count()), Is.All.EqualTo(1));
        Assert.That((await stub.QuietCountsAsync()).Statuses.Keys, Is.EqualTo(new[] { "200" }));
    }

    [Test]
    public async Task What_it_costs_is_said_first_and_nothing_is_called_before_somebody_agrees()
    {
        await using var stub = await StubAsync();

        var asked = await GenerateAsync(stub, "--count", "12");
        var estimated = await GenerateAsync(stub, "--count", "12", "--estimate-only");
        var json = await GenerateAsync(stub, "--count", "12", "--estimate-only", "--format", "json");

        Assert.That(asked.ExitCode, Is.EqualTo(3));
        Assert.That(asked.Error, Does.Contain("nobody can be asked here whether this may be spent. Nothing was called. Give --yes"));
        Assert.That(estimated.ExitCode, Is.Zero, estimated.Error);
        Assert.That(estimated.Output, Does.Contain("12 drafts. To be spent: ").And.Match("two-hop +drafts").And.Match("unanswerable +probes").And.Contain("Nothing was called."));
        Assert.That(JsonDocument.Parse(json.Output).RootElement.GetProperty("samples").GetInt32(), Is.EqualTo(12));
        Assert.That((await stub.QuietCountsAsync()).Requests, Is.Zero);
        Assert.That(File, Does.Not.Exist);
    }

    [Test]
    public async Task Asking_twice_doubles_nothing_and_asking_for_more_keeps_what_there_is()
    {
        await using var stub = await StubAsync();
        await GenerateAsync(stub, "--count", "6", "--yes");
        var (first, calls) = (System.IO.File.ReadAllText(File), (await stub.QuietCountsAsync()).Requests);

        var again = await GenerateAsync(stub, "--count", "6");
        var (second, callsAgain) = (System.IO.File.ReadAllText(File), (await stub.QuietCountsAsync()).Requests);
        var more = await GenerateAsync(stub, "--count", "12", "--yes");

        Assert.That((again.ExitCode, second, callsAgain), Is.EqualTo((0, first, calls)), again.Error);
        Assert.That(more.ExitCode, Is.Zero, more.Error);
        Assert.That(System.IO.File.ReadAllText(File), Does.StartWith(first));
        Assert.That((await DraftsAsync()).Count(d => d.Refused is null), Is.EqualTo(12));
    }

    [Test]
    public async Task What_makes_up_for_refused_drafts_is_agreed_to_as_well()
    {
        await using var stub = await StubAsync();
        await GenerateAsync(stub, "--count", "60", "--yes");
        var lines = System.IO.File.ReadAllLines(File);
        System.IO.File.WriteAllLines(File, lines.Take(60));
        var calls = (await stub.QuietCountsAsync()).Requests;

        var asked = await GenerateAsync(stub, "--count", "60");

        Assert.That(lines, Has.Length.GreaterThan(60));
        Assert.That((asked.ExitCode, (await stub.QuietCountsAsync()).Requests), Is.EqualTo((3, calls)));
        Assert.That(asked.Error, Does.Contain("Nothing was called."));
    }

    [Test]
    public async Task What_a_killed_process_left_of_a_line_is_cut_off_and_drafted_anew()
    {
        await using var stub = await StubAsync();
        await GenerateAsync(stub, "--count", "6", "--yes");
        var whole = System.IO.File.ReadAllText(File);
        System.IO.File.WriteAllText(File, whole[..^40]);

        var again = await GenerateAsync(stub, "--count", "6", "--yes");

        Assert.That(again.ExitCode, Is.Zero, again.Error);
        Assert.That(System.IO.File.ReadAllText(File), Is.EqualTo(whole));
    }

    [Test]
    public async Task What_has_changed_since_an_older_snapshot_is_asked_for()
    {
        StrangerCorpus.Write(folder, "before", days: 100);
        await using var stub = await StubAsync();

        var result = await GenerateAsync(stub, "--count", "5", "--yes", "--previous", folder["before"], "--kinds", "changed-fact");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        var drafts = await DraftsAsync();
        var earlier = CorpusReader.Read(folder["before"]);
        Assert.That(drafts, Has.Count.EqualTo(5));
        Assert.That(drafts.Select(d => (d.Kind, d.Refused, d.SupersededAnswers.Count)), Is.All.EqualTo((DraftKind.ChangedFact, (Refusal?)null, 1)));
        Assert.That(drafts.Where(d => earlier.Find(d.Documents[0])!.Find(d.EarlierQuote!) is null), Is.Empty);
        Assert.That(drafts.Where(d => d.SupersededAnswers[0] == d.Answers[0]), Is.Empty);
    }

    [Test]
    public async Task A_model_that_replies_without_JSON_is_asked_twice_and_all_its_drafts_are_refused()
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Answerer = StubAnswerers.Saying(new StubReply("It depends.")) });

        var result = await GenerateAsync(stub, "--count", "3", "--yes");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("no draft is a candidate").And.Contain("too many were refused"));
        Assert.That((await DraftsAsync()).Select(d => d.Refused), Is.All.EqualTo(new Refusal(RefusalReason.Unreadable, "asked twice: it is not one JSON object and nothing else")));
        Assert.That((await stub.QuietCountsAsync()).Requests, Is.EqualTo(12), "six slots for three drafts, each asked twice");
    }

    [Test]
    public async Task An_endpoint_that_fails_stops_drafting_and_the_same_command_goes_on()
    {
        SwitchedFaults faults = new(_ => true, Fault.Status(401, "bad key"));
        await using var stub = await StubServer.StartAsync(new StubOptions { Answerer = StrangerModel.Answerer, Faults = faults });

        var stopped = await GenerateAsync(stub, "--count", "6", "--yes");
        faults.AreMended = true;
        var finished = await GenerateAsync(stub, "--count", "6", "--yes");

        Assert.That(stopped.ExitCode, Is.EqualTo(3), stopped.Error);
        Assert.That(stopped.Error, Does.Contain("401"));
        Assert.That(finished.ExitCode, Is.Zero, finished.Error);
        Assert.That((await DraftsAsync()).Count(d => d.Refused is null), Is.EqualTo(6));
    }

    [Test]
    public async Task Prompts_of_the_user_replace_ours_and_change_the_hash()
    {
        folder.Write("prompts/draft-single-hop.prompt.md", "Ask as our customers do.");
        folder.Write("misnamed/draft-singlehop.prompt.md", "Ask.");
        await using var stub = await StubAsync();
        await GenerateAsync(stub, "--count", "1", "--yes");
        var ours = (await DraftsAsync()).Single();
        System.IO.File.Delete(File);

        var result = await GenerateAsync(stub, "--count", "1", "--yes", "--prompts", folder["prompts"]);
        var misnamed = await GenerateAsync(stub, "--count", "1", "--yes", "--prompts", folder["misnamed"]);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That((await DraftsAsync()).Single(), Is.Not.Null.And.Property(nameof(Draft.Prompts)).Not.EqualTo(ours.Prompts));
        Assert.That(stub.Received.Select(r => r.Body), Has.Some.Contains("Ask as our customers do."));
        Assert.That(misnamed.Error, Does.Contain("there is no prompt 'draft-singlehop'. Did you mean 'draft-single-hop'?"));
    }

    [TestCase("there is no kind 'two-hops'. Did you mean 'two-hop'?", "--kinds", "two-hops")]
    [TestCase("changed-fact is asked for, and there is no older snapshot", "--kinds", "changed-fact")]
    [TestCase("the folder 'nowhere' does not exist", "--prompts", "nowhere")]
    [TestCase("--count must be 1 or more.", "--count", "0")]
    [TestCase("--url excludes --experiment and --pipeline.", "--pipeline", "rag")]
    public async Task What_cannot_be_drafted_is_said_before_anything_is_called(string problem, params string[] options)
    {
        await using var stub = await StubAsync();

        var result = await GenerateAsync(stub, ["--yes", .. options]);

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain(problem));
        Assert.That((await stub.QuietCountsAsync()).Requests, Is.Zero);
    }

    [Test]
    public async Task The_embedded_reader_drafts_nothing_because_it_writes_no_JSON_of_ours()
    {
        folder.Write("samples.jsonl", "{\"id\": \"s\", \"question\": \"How?\", \"answers\": [\"So.\"]}\n");
        var experiment = folder.Write("experiment.yaml", "name: e\ndataset: samples.jsonl\ncorpus: docs\nbaseline: base\npipelines:\n  base: { model: { provider: embedded, name: untuned } }\n");

        var result = await RunAsync(["generate", folder["docs"], "--experiment", experiment, "--out", File, "--reports", folder["reports"], "--count", "2", "--yes"]);

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("warning: 'untuned' drafts, and answers in base").And.Contain("no draft is a candidate"));
        Assert.That((await DraftsAsync()).Select(d => d.Refused!.Reason), Is.EqualTo(Enumerable.Repeat(RefusalReason.Unreadable, 4)));
    }

    private static Task<StubServer> StubAsync() => StubServer.StartAsync(new StubOptions { Answerer = StrangerModel.Answerer });

    private static string Id(string topic) => $"{(StrangerCorpus.Topics.ToList().IndexOf(topic) % 2 == 0 ? "basics" : "more")}/{StrangerCorpus.Slug(topic)}";

    private Task<IReadOnlyList<Draft>> DraftsAsync() => DraftLines.ReadAsync(File, CancellationToken.None);

    private Task<CliResult> GenerateAsync(StubServer stub, params string[] more) =>
        RunAsync(["generate", folder["docs"], "--url", $"{stub.Url}/v1", "--model", "writer", "--out", File, "--reports", folder["reports"], .. more]);

    private static async Task<CliResult> RunAsync(string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exitCode = await new App(output, error, TimeProvider.System).RunAsync(arguments, CancellationToken.None);
        return new CliResult(exitCode, $"{output}", $"{error}");
    }
}
