using System.Globalization;
using System.Text.Json;
using EvalHarness.Cli;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Judges;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Providers.Endpoints;
using EvalHarness.Providers.Models;
using EvalHarness.Runs;
using EvalHarness.Stub;
using EvalHarness.Stub.Faults;
using EvalHarness.Tests.Evaluators.Judges;

namespace EvalHarness.Tests.Wire;

/// <summary>Judges behind real HTTP, from the command line to the server's own counts.</summary>
internal sealed class JudgeOverHttpTests
{
    private const string Judges = "judges: { strict: { endpoint: local, name: judge-1, max_tokens: 500 } }";

    private TemporaryFolder folder = null!;

    [SetUp]
    public void SetUp()
    {
        folder = new TemporaryFolder();
        folder.Write("tone.md", "Is the answer polite?");
        folder.Write("prices.yaml", "date: 2026-11-23\nsource: made up for a test\ncurrency: USD\nmodels:\n  judge-1: { input: 1, output: 10 }\n  gpt-4o-mini: { input: 1, output: 10 }\n  gpt-4o-mini-tuned: { input: 1, output: 10 }\n");
    }

    [TearDown]
    public void TearDown() => folder.Dispose();

    [Test]
    public async Task The_judges_ledger_is_what_the_server_counted_and_nothing_is_judged_twice()
    {
        await using var stub = await StubServer.StartAsync(Judging());
        var experiment = Helpdesk(stub, $"{Judges}\nverifier: {{ kind: judge }}\ncorrectness: {{ judge: strict }}\nmetrics: {{ tone: {{ kind: rubric, rubric: tone.md }} }}");

        var result = await RunAsync("run", experiment, "--limit", "4");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        var counts = await stub.QuietCountsAsync();
        var entry = Ledger("judge").Single();
        var usd = ((counts.InputTokens * 1m) + (counts.OutputTokens * 10m)) / 1_000_000;
        Assert.That(counts.Requests, Is.GreaterThan(8));
        Assert.That((await CallsAsync()).Count(c => !c.Call.FromCache), Is.EqualTo(counts.Requests));
        Assert.That((entry["item"], Usd(entry["spent_usd"])), Is.EqualTo(("strict", usd)));
        Assert.That(entry["basis"], Does.EndWith("by judge-1"));
        Assert.That(result.Output, Does.Contain("judge strict: ").And.Contain(" spent; "));
        Assert.That(Ledger("system-under-test").Sum(r => Usd(r["spent_usd"])), Is.Zero, "the readers pay nobody, and no judge's call is among theirs");
        var rows = CsvText.Rows(Path.Combine(Run, "samples.csv"));
        foreach (var metric in new[] { "groundedness-corpus", "claim-recall", "tone" })
            Assert.That(rows.Select(r => r[$"outcome.{metric}"]), Has.Some.EqualTo("scored").And.None.EqualTo("not-scored"), metric);

        var before = File.ReadAllText(Path.Combine(Run, "ledger.csv"));
        var again = await RunAsync("score", Run);
        Assert.That((again.ExitCode, (await stub.QuietCountsAsync()).Requests), Is.EqualTo((0, counts.Requests)), again.Error);
        Assert.That(File.ReadAllText(Path.Combine(Run, "ledger.csv")), Is.EqualTo(before));

        var anew = await RunAsync("run", experiment, "--limit", "4", "--new");
        Assert.That((anew.ExitCode, (await stub.QuietCountsAsync()).Requests), Is.EqualTo((0, counts.Requests)), anew.Error);
    }

    [Test]
    public async Task A_judge_that_cannot_be_read_leaves_not_scored_and_is_paid_all_the_same()
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Answerer = StubAnswerers.From((_, _) => Task.FromResult(new StubReply("It depends."))) });
        var experiment = Helpdesk(stub, $"{Judges}\nmetrics: {{ tone: {{ kind: rubric, rubric: tone.md, scale: 1-5 }} }}");

        var result = await RunAsync("run", experiment, "--limit", "2");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(CsvText.Rows(Path.Combine(Run, "samples.csv")).Select(r => (r["outcome.tone"], r["score.tone"])), Is.All.EqualTo(("not-scored", "")));
        Assert.That((await CallsAsync()).Count(c => !c.Call.FromCache), Is.EqualTo((await stub.QuietCountsAsync()).Requests));
    }

    [Test]
    public async Task A_budget_stops_judging_and_a_larger_one_goes_on_without_a_call_made_twice()
    {
        await using var stub = await StubServer.StartAsync(Judging());
        var experiment = Helpdesk(stub, $"{Judges}\nmetrics: {{ tone: {{ kind: rubric, rubric: tone.md }} }}");

        var stopped = await RunAsync("run", experiment, "--limit", "6", "--max-cost", "0.009");

        var spent = await SpentAsync(stub);
        Assert.That(stopped.ExitCode, Is.EqualTo(4), stopped.Error);
        Assert.That(stopped.Error, Does.Contain("the next call of judge 'strict' could exceed the budget"));
        Assert.That(spent, Is.GreaterThan(0).And.LessThanOrEqualTo(0.009m));
        Assert.That(Ledger("judge").Sum(r => Usd(r["spent_usd"])), Is.EqualTo(spent));
        Assert.That(new RunFolder(Run).ReadManifest().FinishedAt, Is.Null);

        var finished = await RunAsync("run", experiment, "--limit", "6", "--max-cost", "1");

        Assert.That(finished.ExitCode, Is.Zero, finished.Error);
        Assert.That(finished.Error, Does.Contain("resuming"));
        Assert.That((await stub.QuietCountsAsync()).Tries.Values, Is.All.EqualTo(1), "nothing is called twice");
        Assert.That(CsvText.Rows(Path.Combine(Run, "samples.csv")).Select(r => r["outcome.tone"]), Is.All.EqualTo("scored"));
        Assert.That(Ledger("judge").Sum(r => Usd(r["spent_usd"])), Is.EqualTo(await SpentAsync(stub)));
        Assert.That(new RunFolder(Run).ReadManifest().Stops, Is.Null);
    }

    [Test]
    public async Task A_key_that_is_refused_stops_judging_and_the_same_command_goes_on()
    {
        var faults = new SwitchedFaults(_ => true, Fault.Status(401, "bad key"));
        await using var stub = await StubServer.StartAsync(Judging() with { Faults = faults });
        var experiment = Helpdesk(stub, $"{Judges}\nmetrics: {{ tone: {{ kind: rubric, rubric: tone.md }} }}");

        var stopped = await RunAsync("run", experiment, "--limit", "6");

        Assert.That(stopped.ExitCode, Is.EqualTo(3), stopped.Error);
        Assert.That(stopped.Error, Does.Contain("Scoring was stopped: judge 'strict'"));
        faults.AreMended = true;
        var finished = await RunAsync("run", experiment, "--limit", "6");
        Assert.That(finished.ExitCode, Is.Zero, finished.Error);
        Assert.That(finished.Error, Does.Contain("resuming"));
    }

    [Test]
    public async Task A_judge_that_stays_down_stops_scoring_and_nothing_that_is_scored_is_asked_again()
    {
        var faults = new SwitchedFaults(_ => true, Fault.Status(503, "down for maintenance"));
        await using var stub = await StubServer.StartAsync(Judging() with { Faults = faults });
        var experiment = Helpdesk(stub, $"{Judges}\nmetrics: {{ tone: {{ kind: rubric, rubric: tone.md }} }}");

        var stopped = await RunAsync("run", experiment, "--limit", "6");

        Assert.That(stopped.ExitCode, Is.EqualTo(4), stopped.Error);
        Assert.That(stopped.Error, Does.Contain("Scoring was stopped: judge 'strict' failed in 5 calls in a row, the last: local: ").And.Contain("503").And.Contain("WARNING: No value at all of “tone”"));
        Assert.That(new RunFolder(Run).ReadManifest().Stops!.Single().Cause, Is.EqualTo(StopCause.Outage));
        faults.AreMended = true;
        var resumed = await RunAsync("run", experiment, "--limit", "6");
        Assert.That((resumed.ExitCode, Tones().Count(t => t == "not-scored")), Is.EqualTo((0, 4)), resumed.Error);
        var before = (await stub.QuietCountsAsync()).Requests;
        var again = await RunAsync("score", Run, "--not-scored");
        Assert.That((again.ExitCode, Tones().Count(t => t == "not-scored")), Is.EqualTo((0, 0)), again.Error);
        Assert.That((await stub.QuietCountsAsync()).Requests - before, Is.InRange(1, 4), "rows that ask alike share a call");
    }

    [Test]
    public async Task A_changed_rubric_is_paid_for_by_score_and_never_by_a_report()
    {
        await using var stub = await StubServer.StartAsync(Judging());
        var experiment = Helpdesk(stub, $"{Judges}\nmetrics: {{ tone: {{ kind: rubric, rubric: tone.md }} }}");
        await RunAsync("run", experiment, "--limit", "3");
        folder.Write("tone.md", "Is the answer friendly?");
        var (manifest, summary) = (File.ReadAllText(Path.Combine(Run, "run.json")), File.GetLastWriteTimeUtc(Path.Combine(Run, "summary.csv")));
        var requests = (await stub.QuietCountsAsync()).Requests;

        var report = await RunAsync("report", Run);
        var compare = await RunAsync("compare", Run, "--baseline", "base");

        Assert.That((report.ExitCode, compare.ExitCode), Is.EqualTo((3, 3)));
        Assert.That(report.Error, Does.Contain("6 rows have no score as 'tone' is defined now. Score them, and pay judges where they are asked: evalharness score "));
        Assert.That((File.ReadAllText(Path.Combine(Run, "run.json")), File.GetLastWriteTimeUtc(Path.Combine(Run, "summary.csv"))), Is.EqualTo((manifest, summary)));
        Assert.That((await stub.QuietCountsAsync()).Requests, Is.EqualTo(requests));
        Assert.That((await RunAsync("score", Run)).ExitCode, Is.Zero);
        Assert.That((await stub.QuietCountsAsync()).Requests, Is.EqualTo(2 * requests));
        Assert.That((await RunAsync("compare", Run, "--baseline", "base")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task A_dry_run_shows_judges_apart_and_calls_nothing()
    {
        await using var stub = await StubServer.StartAsync(Judging());
        var experiment = Helpdesk(stub, $"{Judges}\nverifier: {{ kind: judge }}\ncorrectness: {{ judge: strict }}\nmetrics: {{ tone: {{ kind: rubric, rubric: tone.md }} }}");

        var result = await RunAsync("run", experiment, "--limit", "4", "--dry-run");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.Match(@"strict +judge +\d+").And.Contain("Judges beside it: ").And.Contain("To be spent: 0 USD"));
        Assert.That((await stub.QuietCountsAsync()).Requests, Is.Zero);
    }

    [Test]
    public async Task Labels_measure_a_judge_and_what_it_cannot_say_is_counted()
    {
        await using var stub = await StubServer.StartAsync(Judging());
        var experiment = Helpdesk(stub, Judges);
        var labels = folder.Write("labels.jsonl", string.Concat(
            Label("1", "A reset link is valid for 30 minutes.", "A reset link is valid for 30 minutes.", true),
            Label("2", "A reset link is valid for 30 minutes.", "A reset link is valid for 30 days.", false),
            Label("3", "A reset link is valid for 30 minutes. UNREADABLE", "A reset link is valid for a year.", false)));

        var result = await RunAsync("calibrate", "--evaluator", "groundedness", "--verifier", "judge", "--experiment", experiment, "--labels", labels, "--format", "json");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        var pooled = JsonDocument.Parse(result.Output).RootElement.GetProperty("pooled");
        Assert.That((pooled.GetProperty("n").GetInt32(), pooled.GetProperty("not_scored").GetInt32(), pooled.GetProperty("balanced_accuracy").GetDouble()), Is.EqualTo((2, 1, 1.0)));
        Assert.That(result.Error, Does.Contain("judge strict: ").And.Contain("4 calls"));
    }

    [Test]
    public async Task Every_attack_arrives_as_data_over_HTTP_too()
    {
        await using var stub = await StubServer.StartAsync(Judging());
        using var endpoints = new EndpointRegistry(TimeProvider.System);
        var options = new EndpointOptions { Provider = "openai", Url = $"{stub.Url}/v1" };
        var source = JudgeSource.Read("strict", new() { ["endpoint"] = "local", ["name"] = "judge-1" }, folder.FullPath, new Dictionary<string, EndpointOptions> { ["local"] = options });
        var verifier = new JudgeVerifier(new JudgeSet([source], EndpointModelProvider.All(endpoints, (client, _) => client)).Named("strict", "verifier"));

        foreach (var (name, attack) in InjectionAttacks.All)
        {
            var verdicts = await verifier.VerifyAsync(attack, $"A reset link is valid for 30 days. {attack}", new TextEvidence($"A reset link is valid for 30 minutes. {attack}"), default);

            Assert.That(verdicts[0].IsSupported, Is.False, name);
        }

        Assert.That((await stub.QuietCountsAsync()).Statuses.Keys, Is.EqualTo(new[] { "200" }));
    }

    private string Run => Directory.GetDirectories(folder["reports"]).Order(StringComparer.Ordinal).Last(d => File.Exists(Path.Combine(d, "run.json")));

    private IEnumerable<string> Tones() => CsvText.Rows(Path.Combine(Run, "samples.csv")).Select(r => r["outcome.tone"]);

    private IEnumerable<IReadOnlyDictionary<string, string>> Ledger(string ledger) => CsvText.Rows(Path.Combine(Run, "ledger.csv")).Where(r => r["ledger"] == ledger);

    private static decimal Usd(string cell) => decimal.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static async Task<decimal> SpentAsync(StubServer stub)
    {
        var counts = await stub.QuietCountsAsync();
        return ((counts.InputTokens * 1m) + (counts.OutputTokens * 10m)) / 1_000_000;
    }

    // Reads every request by the grammar alone: a message that breaks it is an error of the server's.
    private static StubOptions Judging() => new()
    {
        Answerer = StubAnswerers.From((_, messages) => Task.FromResult(new StubReply(messages[1].Content.Contains("UNREADABLE", StringComparison.Ordinal) ? "hm" : HonestJudge.Reply(messages[1].Content)))),
    };

    private static string Label(string id, string context, string answer, bool label) =>
        JsonSerializer.Serialize(new { id, group = id, source = "own", question = "How long is a reset link valid?", context, answer, label }) + "\n";

    private string Helpdesk(StubServer stub, string judging)
    {
        var helpdesk = Repository.Helpdesk;
        return folder.Write("experiment.yaml", $$"""
            name: judged
            dataset: {{helpdesk}}/samples.jsonl
            corpus: {{helpdesk}}/corpus/2026-09
            answer: { schema: {{helpdesk}}/schemas/answer.schema.json, text: answer, citations: citations, abstention: ["help centre does not cover"] }
            prices: prices.yaml
            baseline: rag
            run: { warm_up: 0 }
            endpoints:
              local: { provider: openai, url: "{{stub.Url}}/v1", tries: { count: 2, first_wait_seconds: 0.01 } }
            pipelines:
              rag:
                model: { provider: embedded, name: untuned, price_as: gpt-4o-mini, abstain_below: 0.35 }
                prompt: {{helpdesk}}/prompts/untuned.prompt.md
                retrieval: { corpus: {{helpdesk}}/corpus/2026-09, index: keyword, passages: 3 }
              base:
                model: { provider: embedded, name: untuned, price_as: gpt-4o-mini, abstain_below: 0.4 }
                prompt: {{helpdesk}}/prompts/untuned.prompt.md
            {{judging}}
            """);
    }

    private async Task<CliResult> RunAsync(string verb, params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        string[] into = verb == "calibrate" ? [] : ["--out", folder["reports"]];
        var exitCode = await new App(output, error, TimeProvider.System).RunAsync([verb, .. arguments, .. into], CancellationToken.None);
        return new CliResult(exitCode, $"{output}", $"{error}");
    }

    private async Task<IReadOnlyList<JudgeCall>> CallsAsync()
    {
        await using var open = OpenRun.Existing(new RunFolder(Run));
        return await open.Store.JudgeCalls.ReadAsync(CancellationToken.None).ToListAsync();
    }
}
