using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Custom;
using EvalHarness.Inputs;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;
using EvalHarness.Schemas;
using EvalHarness.Tests.Pipelines.Processes;

namespace EvalHarness.Tests.Evaluators.Custom;

public sealed class ProcessMetricTests
{
    private const string Head = """
        import json, os, subprocess, sys, time
        def write(line):
            sys.stdout.write((line if isinstance(line, str) else json.dumps(line)) + "\n")
            sys.stdout.flush()
        write({"ready": True, "protocol": 1})
        rows = (json.loads(line) for line in sys.stdin)

        """;

    private static readonly AnswerReader Reader = new(new AnswerContract());

    private TemporaryFolder folder = null!;
    private ProcessMetricFactory factory = null!;

    [SetUp]
    public void Set_up()
    {
        Programs.NeedPython();
        folder = new TemporaryFolder();
        factory = new ProcessMetricFactory(allowed: true, TimeProvider.System);
    }

    [TearDown]
    public void Tear_down()
    {
        factory?.Dispose();
        folder?.Dispose();
    }

    [TestCase("""{"score": 0.25, "reason": "so", "detail": {"a": 1}}""", Outcome.Scored, 0.25, "so")]
    [TestCase("""{"score": true}""", Outcome.Scored, 1.0, null)]
    [TestCase("""{"not_applicable": "it abstains"}""", Outcome.NotApplicable, null, "it abstains")]
    [TestCase("""{"not_scored": "no model"}""", Outcome.NotScored, null, "no model")]
    [TestCase("""{"score": 1.5}""", Outcome.NotScored, null, "it returned a value that cannot be: 1.5 is no ratio in [0, 1]")]
    [TestCase("""{"score": -1e999}""", Outcome.NotScored, null, "it returned a value that cannot be: -Infinity is no number")]
    [TestCase("""{"score": 1, "not_scored": "both"}""", Outcome.NotScored, null, "the program's reply: ")]
    [TestCase("""{"scores": [1]}""", Outcome.NotScored, null, "the program's reply at /scores: unknown key 'scores'. Did you mean 'score'?")]
    public async Task A_reply_becomes_a_score_or_the_reason_why_there_is_none(string reply, Outcome outcome, double? value, string? reason)
    {
        var score = await ScoreAsync(Build($"for row in rows:\n    write('{{\"id\": \"' + row[\"id\"] + '\", ' + '''{reply[1..]}''')"));

        Assert.That((score.Outcome, score.Value), Is.EqualTo((outcome, value)), score.Reason);
        Assert.That(score.Reason, reason is null ? Is.Null : Does.StartWith(reason));
    }

    [Test]
    public async Task A_program_reads_what_the_protocol_says()
    {
        var sample = Some.Sample() with { Expected = new JsonObject { ["tests"] = "x" }, Tags = new Dictionary<string, string> { ["hops"] = "2" } };
        var answer = Some.Answer("30 minutes [password-reset].") with { Passages = [new Passage("p#1", "password-reset", "Reset", "A reset link …", null, 1)] };
        var evaluator = Build("for row in rows:\n    write({\"id\": row[\"id\"], \"score\": 1, \"detail\": row})");

        var said = JsonElement.Parse((await evaluator.EvaluateAsync(sample, Some.Trace(answer), CancellationToken.None))[0].Detail!.ToJsonString());

        var schema = JsonNode.Parse(InputSchemas.Text("metric-protocol"))!;
        var requests = JsonSchema.Parse(new JsonObject { ["$ref"] = "#/$defs/request", ["$defs"] = schema["$defs"]!.DeepClone() }.ToJsonString());
        Assert.That(requests.Validate(said), Is.Empty);
        Assert.That(said.GetProperty("metric").GetString(), Is.EqualTo("short"));
        Assert.That(said.GetProperty("citations")[0].GetString(), Is.EqualTo("password-reset"));
        Assert.That(said.GetProperty("gold").GetArrayLength(), Is.EqualTo(2));
        Assert.That(said.GetProperty("expected").GetProperty("tests").GetString(), Is.EqualTo("x"));
        Assert.That(said.GetProperty("passages")[0].GetProperty("text").GetString(), Is.EqualTo("A reset link …"));
    }

    [Test]
    public async Task A_program_that_hangs_is_killed_with_its_children_and_the_next_row_is_scored()
    {
        var evaluator = Build(
            """
            for row in rows:
                if row["text"] == "hang":
                    child = subprocess.Popen(["sleep", "600"])
                    open("child", "w").write(str(child.pid))
                    time.sleep(600)
                write({"id": row["id"], "score": 1})
            """,
            """, "timeout_seconds": 1.5""");

        var hung = await ScoreAsync(evaluator, "hang");
        var next = await ScoreAsync(evaluator);

        Assert.That((hung.Outcome, hung.Reason), Is.EqualTo((Outcome.NotScored, "the program took longer than 1.5 s (timeout_seconds)")));
        Assert.That(next.Value, Is.EqualTo(1));
        Assert.That(await Programs.EndsAsync(int.Parse(folder.Text("child"), CultureInfo.InvariantCulture)), Is.True);
    }

    [TestCase("sys.exit(3)", "the program ended with exit code 3 before it answered")]
    [TestCase("write('nonsense')", "the program wrote a line that is not JSON: nonsense")]
    [TestCase("write({'id': 'other', 'score': 1})", "the program's reply does not have the id")]
    public async Task A_program_that_breaks_the_protocol_leaves_the_row_not_scored(string does, string reason)
    {
        var score = await ScoreAsync(Build($"for row in rows:\n    {does}"));

        Assert.That(score.Outcome, Is.EqualTo(Outcome.NotScored));
        Assert.That(score.Reason, Does.StartWith(reason));
    }

    [Test]
    public async Task A_program_that_does_not_start_ends_its_scoring_after_three_tries()
    {
        folder.Write("score.py", "raise SystemExit('no model')");
        var evaluator = factory.Build(Source(""), Reader);

        List<Score> scores = [await ScoreAsync(evaluator), await ScoreAsync(evaluator)];

        Assert.That(scores.Select(s => s.Outcome), Is.All.EqualTo(Outcome.NotScored));
        Assert.That(scores[0].Reason, Does.Contain("no model"));
        for (var row = 0; row < 2; row++)
            Assert.That(() => ScoreAsync(evaluator), Throws.TypeOf<ScoringStoppedException>().With.Message.Match("^metric 'short': its program failed to start 3 times in a row: .*no model.* Mend it, then give the same command again.$").And.Property("Scorer").EqualTo("short"));
    }

    [Test]
    public void A_program_that_is_never_ready_is_waited_for_once_and_that_is_said()
    {
        folder.Write("score.py", "import time; time.sleep(600)");
        List<string> said = [];
        using var telling = new ProcessMetricFactory(allowed: true, TimeProvider.System) { Say = said.Add };
        var evaluator = telling.Build(Source(""", "start_seconds": 3.5"""), Reader);
        var begun = TimeProvider.System.GetTimestamp();

        for (var row = 0; row < 3; row++)
            Assert.That(() => ScoreAsync(evaluator), Throws.TypeOf<ScoringStoppedException>().With.Message.Contains("metric 'short': the program was not ready within 3.5 s (start_seconds)"));

        Assert.That(TimeProvider.System.GetElapsedTime(begun), Is.LessThan(TimeSpan.FromSeconds(7)));
        Assert.That(said, Is.EqualTo(new[] { "waiting for the program of metric 'short' to write its ready line, at most 3.5 s (start_seconds) …" }));
    }

    [Test]
    public async Task A_row_without_an_answer_is_failed_and_the_program_is_not_started()
    {
        var evaluator = Build("open('started', 'w')");

        var scores = await evaluator.EvaluateAsync(Some.Sample(), Some.Trace(null), CancellationToken.None);

        Assert.That(scores.Single().Outcome, Is.EqualTo(Outcome.Failed));
        Assert.That(File.Exists(folder["started"]), Is.False);
    }

    [Test]
    public void Program_version_and_settings_are_in_the_definition_and_workers_are_not()
    {
        var first = Build("1").Definition;

        Assert.That(Build("1", """, "workers": 4, "start_seconds": 60""").Definition, Is.EqualTo(first));
        Assert.That(Build("1", """, "unit": "yes_no" """).Definition, Is.Not.EqualTo(first));
        Assert.That(Build("2").Definition, Is.Not.EqualTo(first));
        Assert.That(first, Does.StartWith("short process/1 version=1 program="));
    }

    [Test]
    public void Unit_and_direction_are_the_users()
    {
        var metric = Build("1", """, "unit": "milliseconds", "direction": "lower" """).Metrics.Single();

        Assert.That((metric.Id, metric.Unit, metric.Direction), Is.EqualTo(("short", Unit.Milliseconds, Direction.Lower)));
    }

    [Test]
    public void Without_leave_the_program_is_named_and_not_started()
    {
        using var forbidding = new ProcessMetricFactory(allowed: false, TimeProvider.System);

        Assert.That(() => forbidding.Check(Source("")), Throws.TypeOf<InputException>().With.Message.EqualTo("metrics.short: it starts a program (python3 score.py), which needs --allow-plugins. Read what it starts, then give --allow-plugins."));
    }

    private IEvaluator Build(string program, string more = "")
    {
        folder.Write("score.py", Head + program);
        return factory.Build(Source(more), Reader);
    }

    private MetricSource Source(string more) =>
        new("short", "process", folder.FullPath, JsonNode.Parse($$"""{ "kind": "process", "version": "1", "command": ["python3", "score.py"]{{more}} }""")!.AsObject());

    private static async Task<Score> ScoreAsync(IEvaluator evaluator, string answer = "30 minutes.") =>
        (await evaluator.EvaluateAsync(Some.Sample(), Some.Trace(Some.Answer(answer)), CancellationToken.None)).Single();
}
