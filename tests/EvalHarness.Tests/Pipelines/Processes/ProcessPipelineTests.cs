using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Processes;
using EvalHarness.Schemas;

namespace EvalHarness.Tests.Pipelines.Processes;

public class ProcessPipelineTests
{
    // What every program below starts with; each then says how it answers.
    private const string Head = """
        import json, os, subprocess, sys, time
        def write(line):
            sys.stdout.write((line if isinstance(line, str) else json.dumps(line)) + "\n")
            sys.stdout.flush()
        write({"ready": True, "protocol": 1})
        def lines():
            for line in sys.stdin:
                yield json.loads(line)

        """;

    private static readonly Dictionary<string, string> Variables = new(StringComparer.Ordinal)
    {
        ["PATH"] = Environment.GetEnvironmentVariable("PATH")!,
        ["HOME"] = Environment.GetEnvironmentVariable("HOME") ?? "/",
        ["SERVICE_KEY"] = "s3cret-key",
        ["NOT_FOR_IT"] = "private",
    };

    private TemporaryFolder folder = null!;
    private ProcessPipelineFactory factory = null!;
    private StageClock clock = null!;

    [SetUp]
    public void MakeFolder()
    {
        Programs.NeedPython();
        folder = new TemporaryFolder();
        factory = new ProcessPipelineFactory(allowed: true, TimeProvider.System, new EnvironmentText(Variables.GetValueOrDefault));
        clock = new StageClock(TimeProvider.System, repeat: 1);
    }

    [TearDown]
    public void RemoveFolder()
    {
        factory?.Dispose();
        folder?.Dispose();
    }

    [Test]
    public async Task Everything_that_a_program_says_is_read()
    {
        var pipeline = await BuildAsync(
            """
            for r in lines():
                write({"id": r["id"], "answer": "30 minutes.", "model": "tuned", "finish_reason": "stop", "citations": ["a"],
                       "usage": {"input": 9, "output": 4, "cache_read": 2, "calls": 3}, "stages_ms": {"search": 12.5},
                       "passages": [{"text": "t", "id": "a#1", "document": "a", "title": "A", "score": 0.5, "start": 1, "end": 2}, {"text": "u", "document": "b"}]})
            """);

        var answer = await AskAsync(pipeline);

        Assert.That((answer.Text, answer.Model, answer.FinishReason), Is.EqualTo(("30 minutes.", "tuned", "stop")));
        Assert.That(answer.Citations, Is.EqualTo(["a"]));
        Assert.That(answer.Usage, Is.EqualTo(new TokenUsage(9, 4) { CacheRead = 2, Calls = 3 }));
        Assert.That(answer.Passages![0], Is.EqualTo(new Passage("a#1", "a", "A", "t", new TextSpan(1, 2), 0.5)));
        Assert.That((answer.Passages[1].Document, answer.Passages[1].Span, answer.Passages[1].Score), Is.EqualTo(("b", (TextSpan?)null, 0.5)));
        Assert.That(clock.Stages["search"], Is.EqualTo(TimeSpan.FromMilliseconds(12.5)));
        var call = clock.Calls.Calls.Single();
        Assert.That((call.Kind, call.Endpoint, call.Model, call.Usage!.Input, call.Tries.Single().Status), Is.EqualTo(("service", "script", "tuned", 9, "ok")));
    }

    [Test]
    public async Task A_program_reads_what_the_protocol_says()
    {
        var pipeline = await BuildAsync(
            """
            for r in lines():
                write({"id": r["id"], "answer": json.dumps(r)})
            """);
        var request = new PipelineRequest("Größe?\n\u2028\"", [new Message("user", "Hi"), new Message("user", "Größe?\n\u2028\"")], new Dictionary<string, string> { ["plan"] = "pro" }, """{"type":"object"}""");

        var said = JsonElement.Parse((await pipeline.AnswerAsync(request, clock, CancellationToken.None)).Text);

        var schema = JsonNode.Parse(InputSchemas.Text("process-protocol"))!;
        var requests = JsonSchema.Parse(new JsonObject { ["$ref"] = "#/$defs/request", ["$defs"] = schema["$defs"]!.DeepClone() }.ToJsonString());
        Assert.That(requests.Validate(said), Is.Empty);
        Assert.That(said.GetProperty("question").GetString(), Is.EqualTo(request.Question));
        Assert.That(said.GetProperty("messages").GetArrayLength(), Is.EqualTo(2));
        Assert.That(said.GetProperty("context").GetProperty("plan").GetString(), Is.EqualTo("pro"));
        Assert.That(said.GetProperty("schema").GetProperty("type").GetString(), Is.EqualTo("object"));
        Assert.That(said.GetProperty("repeat").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task One_program_answers_one_question_after_the_other()
    {
        var pipeline = await BuildAsync("for r in lines():\n    write({\"id\": r[\"id\"], \"answer\": str(os.getpid())})");

        var first = await AskAsync(pipeline);
        var second = await AskAsync(pipeline);

        Assert.That(second.Text, Is.EqualTo(first.Text));
    }

    [Test]
    public async Task Workers_answer_at_the_same_time_and_no_more_run_than_asked_for()
    {
        var pipeline = await BuildAsync("for r in lines():\n    time.sleep(0.2)\n    write({\"id\": r[\"id\"], \"answer\": str(os.getpid())})", """, "workers": 3""");

        var answers = await Task.WhenAll(Enumerable.Range(0, 9).Select(_ => AskAsync(pipeline)));

        Assert.That(answers.Select(a => a.Text).Distinct().Count(), Is.EqualTo(3));
    }

    [Test]
    public async Task A_program_that_ends_under_a_question_is_started_again_and_asked_once_more()
    {
        var pipeline = await BuildAsync(
            """
            for r in lines():
                if not os.path.exists("crashed"):
                    open("crashed", "w").close()
                    print("out of memory", file=sys.stderr)
                    sys.exit(3)
                write({"id": r["id"], "answer": "recovered"})
            """);

        var answer = await AskAsync(pipeline);

        var call = clock.Calls.Calls.Single();
        Assert.That(answer.Text, Is.EqualTo("recovered"));
        Assert.That(call.Tries.Select(t => (t.Status, t.Reason)), Is.EqualTo([("reset", "the program ended with exit code 3 before it answered. Its last words on stderr: out of memory"), ("ok", (string?)null)]));
        Assert.That(call.LostTime, Is.EqualTo(call.Tries[0].Duration));
    }

    [Test]
    public async Task A_question_that_ends_two_programs_fails_and_the_next_one_is_answered()
    {
        var pipeline = await BuildAsync(
            """
            for r in lines():
                if r["question"] == "crash":
                    print("boom", file=sys.stderr)
                    os._exit(7)
                write({"id": r["id"], "answer": "fine"})
            """);

        Assert.That(() => AskAsync(pipeline, "crash"), Throws.TypeOf<ProcessEndedException>().With.Message.EqualTo("the program ended with exit code 7 before it answered. Its last words on stderr: boom"));

        Assert.That(clock.Calls.Calls.Single().Tries.Select(t => t.Status), Is.EqualTo(["reset", "reset"]));
        Assert.That((await AskAsync(pipeline, "next")).Text, Is.EqualTo("fine"));
    }

    [Test]
    public async Task A_program_that_hangs_is_killed_with_its_children()
    {
        var pipeline = await BuildAsync(
            """
            for r in lines():
                if r["question"] == "hang":
                    child = subprocess.Popen(["sleep", "600"])
                    with open("pids.tmp", "w") as f:
                        f.write(f"{os.getpid()} {child.pid}")
                    os.rename("pids.tmp", "pids")
                    time.sleep(600)
                write({"id": r["id"], "answer": "fine"})
            """);
        using var limit = new CancellationTokenSource();

        var hanging = pipeline.AnswerAsync(Request("hang"), clock, limit.Token);
        while (!File.Exists(folder["pids"]))
            await Task.Delay(20);
        int[] pids = [.. folder.Text("pids").Split(' ').Select(p => int.Parse(p, CultureInfo.InvariantCulture))];
        Assert.That(pids.Select(Programs.IsRunning), Is.EqualTo([true, true]));
        await limit.CancelAsync();

        Assert.That(async () => await hanging, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await Task.WhenAll(pids.Select(Programs.EndsAsync)), Is.EqualTo([true, true]));
        Assert.That(clock.Calls.Calls.Single().Tries.Single().Status, Is.EqualTo("timeout"));
        Assert.That((await AskAsync(pipeline)).Text, Is.EqualTo("fine"));
    }

    [Test]
    public async Task A_child_that_holds_the_output_open_does_not_hide_that_the_program_ended()
    {
        var pipeline = await BuildAsync(
            """
            for r in lines():
                child = subprocess.Popen(["sleep", "10"])
                os._exit(1)
            """);

        Assert.That(() => AskAsync(pipeline), Throws.TypeOf<ProcessEndedException>());
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(9)));
    }

    [Test]
    public async Task A_line_that_is_not_json_is_shown_with_the_last_words_and_ends_the_program()
    {
        var pipeline = await BuildAsync(
            """
            for r in lines():
                print("careful: " + os.environ["KEY"], file=sys.stderr)
                sys.stderr.flush()
                time.sleep(0.3)
                write("loading\x07" + os.environ["KEY"] if r["question"] == "noise" else {"id": r["id"], "answer": str(os.getpid())})
            """,
            """, "environment": { "KEY": "${SERVICE_KEY}" }""");
        var before = (await AskAsync(pipeline)).Text;

        Assert.That(() => AskAsync(pipeline, "noise"), Throws.TypeOf<ProcessFailedException>().With.Message.EqualTo("the program wrote a line that is not JSON: loading ***. Its last words on stderr: careful: *** careful: ***"));

        Assert.That((await AskAsync(pipeline)).Text, Is.Not.EqualTo(before));
        Assert.That(await Programs.EndsAsync(int.Parse(before, CultureInfo.InvariantCulture)), Is.True);
    }

    [TestCase("""{"id": "0", "answer": "late"}""", "the program's reply does not have the id \"1\" of its question: {\"id\": \"0\", \"answer\": \"late\"}")]
    [TestCase("""["answer"]""", "the program's reply does not have the id \"1\" of its question:")]
    [TestCase("""{"id": "1"}""", "the program's reply: ")]
    [TestCase("""{"id": "1", "answer": "a", "usage": {"input": 1}}""", "the program's reply at /usage: 'output' is missing.")]
    [TestCase("""{"id": "1", "answer": "a", "anser": "b"}""", "the program's reply at /anser: unknown key 'anser'.")]
    [TestCase("""{"id": "1", "answer": "a", "usage": {"input": 1, "output": 1, "cache_read": 2}}""", "the program's reply at /usage: cached tokens exceed the input")]
    [TestCase("""{"id": "1", "error": "no such article"}""", "the program says: no such article")]
    public async Task A_reply_that_is_no_answer_says_why(string line, string message)
    {
        folder.Write("line.txt", line);
        var pipeline = await BuildAsync("for r in lines():\n    write(open(\"line.txt\").read())");

        Assert.That(() => AskAsync(pipeline), Throws.TypeOf<ProcessFailedException>().With.Message.StartsWith(message));
    }

    [Test]
    public async Task A_line_without_end_is_not_read_to_its_end()
    {
        var pipeline = await BuildAsync(
            """
            for r in lines():
                while True:
                    sys.stdout.write("x" * 1000000)
            """);

        Assert.That(() => AskAsync(pipeline), Throws.TypeOf<ProcessFailedException>().With.Message.EqualTo("a line of its output is longer than 16 MB"));
    }

    [Test]
    public async Task A_program_that_says_much_on_stderr_does_not_block()
    {
        var pipeline = await BuildAsync("for r in lines():\n    sys.stderr.write(\"x\" * 5000000)\n    write({\"id\": r[\"id\"], \"answer\": \"fine\"})");

        Assert.That((await AskAsync(pipeline)).Text, Is.EqualTo("fine"));
    }

    [Test]
    public async Task A_program_sees_the_listed_variables_and_no_others()
    {
        var pipeline = await BuildAsync("for r in lines():\n    write({\"id\": r[\"id\"], \"answer\": json.dumps(dict(os.environ))})", """, "environment": { "KEY": "${SERVICE_KEY}" }""");

        var seen = JsonElement.Parse((await AskAsync(pipeline)).Text);

        Assert.That(seen.GetProperty("KEY").GetString(), Is.EqualTo("s3cret-key"));
        Assert.That(seen.EnumerateObject().Select(v => v.Name), Does.Contain("PATH").And.Not.Contain("NOT_FOR_IT").And.Not.Contain("SERVICE_KEY"));
    }

    [Test]
    public async Task A_program_that_never_says_that_it_is_ready_is_given_up_after_one_start()
    {
        var pipeline = await BuildAsync("import time; time.sleep(60)", ", \"start_seconds\": 0.5", head: "");

        for (var question = 0; question < 2; question++)
            Assert.That(() => AskAsync(pipeline), Throws.TypeOf<EndpointStoppedException>().With.Message.StartsWith("script: the program was not ready within 0.5 s (start_seconds)"));
    }

    [TestCase("print('Loading the model ...', flush=True); import time; time.sleep(60)", "the program's first line is not {\"ready\": true, \"protocol\": 1}, but: Loading the model ...")]
    [TestCase("import nothing_by_this_name", "the program ended with exit code 1 before it was ready. Its last words on stderr: ")]
    public async Task A_program_that_does_not_get_ready_says_so_and_is_given_up_after_three_starts(string program, string message)
    {
        var pipeline = await BuildAsync(program, ", \"start_seconds\": 20", head: "");

        Assert.That(() => AskAsync(pipeline), Throws.InstanceOf<ProcessFailedException>().With.Message.StartsWith(message));
        Assert.That(() => AskAsync(pipeline), Throws.InstanceOf<ProcessFailedException>().With.Message.StartsWith(message));
        Assert.That(() => AskAsync(pipeline), Throws.TypeOf<EndpointStoppedException>().With.Message.StartsWith($"script: its program failed to start 3 times in a row: {message}"));
        Assert.That(() => AskAsync(pipeline), Throws.TypeOf<EndpointStoppedException>());
    }

    [Test]
    public async Task No_program_outlives_the_factory()
    {
        var pipeline = await BuildAsync("for r in lines():\n    write({\"id\": r[\"id\"], \"answer\": str(os.getpid())})");
        var pid = int.Parse((await AskAsync(pipeline)).Text, CultureInfo.InvariantCulture);
        Assert.That(Programs.IsRunning(pid), Is.True);

        factory.Dispose();

        Assert.That(await Programs.EndsAsync(pid), Is.True);
    }

    private static PipelineRequest Request(string question) => new(question, [new Message("user", question)], new Dictionary<string, string>(), null);

    private Task<Answer> AskAsync(IPipeline pipeline, string question = "How long?") => pipeline.AnswerAsync(Request(question), clock, CancellationToken.None);

    private async Task<IPipeline> BuildAsync(string program, string options = "", string head = Head)
    {
        folder.Write("program.py", head + program);
        var settings = JsonNode.Parse($$"""{ "kind": "process", "version": "1", "command": ["python3", "program.py"]{{options}} }""")!.AsObject();
        return await factory.BuildAsync(new PipelineSpec("script", "process", folder.FullPath, settings, new Dictionary<string, string>()), CancellationToken.None);
    }
}
