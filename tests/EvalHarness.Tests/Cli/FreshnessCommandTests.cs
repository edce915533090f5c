using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Cli;
using EvalHarness.Tests.Providers;

namespace EvalHarness.Tests.Cli;

/// <summary>Facts that reach a service over HTTP when a program of the user's has copied what is served into the service's index.</summary>
[Platform(Exclude = "Win")]
internal sealed class FreshnessCommandTests
{
    private const string Old = "---\nid: password-reset\ntitle: Resetting a password\n---\nA reset link is valid for 10 minutes.\n";
    private const string Copying = "{ update: { command: [sh, -c, 'cp live/*.md index/'] } }";

    private CommandLine cli = null!;
    private LoopbackServer server = null!;
    private Action asked = () => { };

    [SetUp]
    public void Start()
    {
        cli = new CommandLine();
        asked = () => { };
        server = new LoopbackServer((_, _) =>
        {
            asked();
            return (200, JsonSerializer.Serialize(new { answer = cli.Folder.Text("index/password-reset.md").Split("---\n")[2] }));
        });
        cli.Folder.Write("live/password-reset.md", Old);
        cli.Folder.Write("index/password-reset.md", Old);
        cli.Folder.Write("samples.jsonl", string.Concat(new[] { "s1", "s2" }.Select(id => JsonSerializer.Serialize(new
        {
            id,
            question = $"How long is reset link {id} valid?",
            answers = new[] { "30 minutes" },
            superseded_answers = new[] { "10 minutes" },
            evidence = new[] { new { document = "password-reset", quote = CommandLine.Quote } },
        }) + "\n")) + CommandLine.Line("s3"));
        Configure(Copying);
    }

    [TearDown]
    public void Remove()
    {
        server.Dispose();
        cli.Dispose();
    }

    [Test]
    public async Task A_change_is_measured_to_its_first_fresh_answer_and_taken_back()
    {
        var result = await ProbeAsync();

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Does.Contain("service, s1: fresh after ").And.Contain("(1 question)"));
        var probes = CsvText.Read(cli.Folder.Text(Path.Combine(Written, "freshness-probes.csv")));
        Assert.That(probes.Skip(1).Select(l => (l[2], l[3], l[7])), Is.EquivalentTo(new[] { ("s1", "fresh", "1"), ("s2", "fresh", "1") }));
        Assert.That(probes.Skip(1).Select(l => double.Parse(l[4], System.Globalization.CultureInfo.InvariantCulture)), Is.All.GreaterThan(0));
        var lags = CsvText.Read(cli.Folder.Text(Path.Combine(Written, "freshness.csv")));
        Assert.That(lags.Skip(1).Select(l => (l[1], l[2], l[3], l[6])), Is.EqualTo(new[] { ("service", "2", "0", "p50"), ("service", "2", "0", "p95"), ("service", "2", "0", "max"), ("service", "2", "0", "p50-where-fresh") }));
        Assert.That(cli.Folder.Text(Path.Combine(Written, "freshness.md")), Does.Contain("| service | 2 | 0 | 0 |"));
        AssertRestored();
    }

    [Test]
    public async Task A_change_that_does_not_reach_the_answers_is_counted_and_not_dropped()
    {
        Configure("{}");

        var result = await ProbeAsync("--timeout", "0.3", "--poll", "0.05", "--format", "json");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        var summary = JsonNode.Parse(result.Output)!["summaries"]![0]!;
        Assert.That(((int?)summary["measured"], (int?)summary["censored"], (double?)summary["p50"]!["value"]), Is.EqualTo(((int?)2, (int?)2, (double?)null)));
        Assert.That(JsonNode.Parse(result.Output)!["probes"]!.AsArray().Select(p => (int)p!["polls"]!), Is.All.GreaterThan(1));
        AssertRestored();
    }

    [TestCase("[sh, -c, 'echo no disk >&2; exit 3']", 600, "the update failed: sh ended with exit code 3. Its last words on stderr: no disk")]
    [TestCase("[sh, -c, 'grep -q 30 live/*.md && sleep 60; true']", 0.5, "the update failed: sh took longer than 0.5 s")]
    public async Task An_update_that_fails_or_takes_too_long_is_told_and_everything_is_put_back(string command, double seconds, string why)
    {
        Configure(FormattableString.Invariant($"{{ update: {{ command: {command}, timeout_seconds: {seconds} }} }}"));

        var result = await ProbeAsync("--facts", "1");

        Assert.That(result.Output, Does.Contain(why[..1].ToUpperInvariant() + why[1..]));
        Assert.That(cli.Folder.Text("live/password-reset.md"), Is.EqualTo(Old));
        // Where the same update fails again after the change was taken back, nothing more is measured.
        Assert.That(result.ExitCode, Is.EqualTo(why.Contains("exit code", StringComparison.Ordinal) ? 3 : 0), result.Error);
    }

    [Test]
    public async Task Ctrl_C_takes_the_change_back_and_keeps_what_was_measured()
    {
        using CancellationTokenSource stop = new();
        var (output, error) = (new StringWriter(), new StringWriter());
        // The fourth question is that before the second fact's change: after one more, the change is made.
        var questions = 0;
        asked = () =>
        {
            if (++questions == 4)
                stop.Cancel();
        };

        var exitCode = await new App(output, error, TimeProvider.System).RunAsync(Arguments("--poll", "0.05"), stop.Token);

        Assert.That(exitCode, Is.EqualTo(4));
        Assert.That($"{error}", Does.Contain("everything was put back"));
        Assert.That($"{output}", Does.Contain(" service      1"));
        AssertRestored();
    }

    [Test]
    public async Task Programs_of_the_user_make_the_change_and_take_it_back_and_are_told_of_what()
    {
        cli.Folder.Write("old.md", Old);
        Configure(Copying, "{ apply: { command: [sh, -c, 'cat >> told.jsonl; cp corpus/password-reset.md live/'] }, restore: { command: [sh, -c, 'cat >> told.jsonl; cp old.md live/password-reset.md'] } }");

        var result = await ProbeAsync("--facts", "1");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Does.Contain("fresh after"));
        var told = cli.Folder.Text("told.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToList();
        Assert.That(told.Select(t => (string?)t["doing"]), Is.EqualTo(new[] { "apply", "restore" }));
        Assert.That((string?)told[0]["documents"]![0], Is.EqualTo("password-reset"));
        AssertRestored();
    }

    [Test]
    public async Task A_fact_that_was_fresh_before_its_change_measures_nothing()
    {
        cli.Folder.Write("index/password-reset.md", Old.Replace("10", "30", StringComparison.Ordinal));

        var result = await ProbeAsync();

        Assert.That(result.Output, Does.Contain("service, s1: left out, the answer was the fresh one before the change."));
        Assert.That(cli.Folder.Text("live/password-reset.md"), Is.EqualTo(Old));
    }

    [Test]
    public async Task Without_probe_nothing_is_changed_and_nobody_is_asked()
    {
        var result = await cli.RunAsync("freshness", cli.Experiment, "--allow-plugins");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.Contain("2 facts would be changed, measured on service, and changed back").And.Contain("Say --probe"));
        Assert.That(server.Requests, Is.Empty);
    }

    [TestCase("nothing says how a fact is changed", "--set", "freshness=")]
    [TestCase("there is no pipeline 'servce'. Did you mean 'service'?", "--set", "freshness.pipelines={servce: {}}")]
    [TestCase("articles would be copied onto themselves", "--set", "freshness.change={from: live, to: live}")]
    [TestCase("gone", "--set", "freshness.change.from=gone")]
    [TestCase("says what was right before a fact changed", "--set", "dataset=unchanged.jsonl")]
    [TestCase("there is no program 'no-such-program'", "--set", "freshness.pipelines.service.update.command=[no-such-program]")]
    public async Task What_is_wrong_is_told_before_anything_is_changed(string message, params string[] options)
    {
        cli.Folder.Write("unchanged.jsonl", CommandLine.Line("s3"));

        var result = await ProbeAsync(options);

        Assert.That(result.ExitCode, Is.EqualTo(3), result.Output);
        Assert.That(result.Error, Does.Contain(message));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Programs_need_leave()
    {
        var result = await cli.RunAsync("freshness", cli.Experiment, "--probe", "--out", cli.Reports);

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("freshness.pipelines.service.update").And.Contain("--allow-plugins"));
    }

    private string Written => Directory.GetDirectories(cli.Reports, "*-freshness").Single();

    private Task<CliResult> ProbeAsync(params string[] options) => cli.RunAsync(Arguments(options));

    private string[] Arguments(params string[] options) => ["freshness", cli.Experiment, "--probe", "--allow-plugins", "--out", cli.Reports, .. options];

    private void AssertRestored()
    {
        Assert.That(cli.Folder.Text("live/password-reset.md"), Is.EqualTo(Old));
        Assert.That(cli.Folder.Text("index/password-reset.md"), Is.EqualTo(Old));
        Assert.That(Directory.Exists(Path.Combine(cli.Reports, ".freshness", "small")), Is.False);
    }

    private void Configure(string pipeline, string change = "{ from: corpus, to: live }") => cli.Folder.Write("experiment.yaml",
        $$"""
        name: small
        dataset: samples.jsonl
        corpus: corpus
        baseline: service
        run: { timeout_seconds: 20 }
        freshness:
          change: {{change}}
          pipelines: { service: {{pipeline}} }
          facts: 4
          poll_seconds: 0.1
          timeout_seconds: 20
        pipelines:
          service: { kind: http, version: "1", url: "{{server.Url}}/ask", body: { q: "{question}" }, reply: { answer: $.answer } }
        """);
}
