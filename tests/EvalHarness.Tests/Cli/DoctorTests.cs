using System.Text.Json.Nodes;
using EvalHarness.Stub;
using EvalHarness.Tests.Providers;
using EvalHarness.Tests.Providers.Models;

namespace EvalHarness.Tests.Cli;

internal sealed class DoctorTests
{
    private static readonly WireReply Obedient = WireReply.OpenAi("""{"role":"assistant","content":"{\"word\":\"ok\"}"}""");

    [Test]
    public async Task Each_model_is_asked_once_and_shown()
    {
        using var cli = new CommandLine();
        await using var wire = await ModelWire.StartAsync(Obedient);
        WriteExperiment(cli, wire.Url);

        var result = await cli.RunAsync("doctor", cli.Experiment);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.Contain("prompted, rag").And.Contain("m1-2026").And.Contain("obeyed").And.Contain("input, output"));
        Assert.That(result.Output, Does.Contain("no pipeline and no judge asks there: unused."));
        Assert.That(wire.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_model_that_fails_is_said_and_exits_3()
    {
        using var cli = new CommandLine();
        await using var wire = await ModelWire.StartAsync(new WireReply("{}", Status: 401));
        WriteExperiment(cli, wire.Url);

        var result = await cli.RunAsync("doctor", cli.Experiment, "--format", "json");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(JsonNode.Parse(result.Output)![0]!["problem"]!.GetValue<string>(), Does.Contain("401"));
    }

    [Test]
    public async Task An_experiment_without_endpoints_calls_nothing()
    {
        using var cli = new CommandLine();

        var result = await cli.RunAsync("doctor", cli.Experiment);

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Output, Does.Contain("there is nothing to try"));
    }

    [Test]
    public async Task Embedders_rerankers_services_and_programs_are_tried_too()
    {
        using var cli = new CommandLine();
        await using var stub = await StubServer.StartAsync();
        WriteOthers(cli, stub.Url, answerPath: "$.answer");

        var result = await cli.RunAsync("doctor", cli.Folder["others.yaml"], "--format", "json");

        var tried = JsonNode.Parse(result.Output)!.AsArray();
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(tried.Select(t => (string?)t!["kind"]), Is.EqualTo(["chat", "embedding", "rerank", "service"]));
        Assert.That(tried.Select(t => (string?)t!["found"]), Is.EqualTo([null, "64 numbers", "2 scores", "answer: 42 characters, stages: search"]));
        Assert.That((string?)tried[3]!["missing"]![0], Does.Contain("costs will be unknown"));
        Assert.That((await stub.QuietCountsAsync()).Requests, Is.EqualTo(4));
        Assert.That(result.Error, Does.Contain("Not started, because --allow-plugins is not given: program."));
    }

    [Test]
    public async Task Models_that_are_asked_in_another_way_are_tried_in_each()
    {
        using var cli = new CommandLine();
        await using var stub = await StubServer.StartAsync();
        cli.Folder.Write("prompt.md", "Answer.");
        cli.Folder.Write(
            "ways.yaml",
            $$"""
            name: ways
            dataset: samples.jsonl
            corpus: corpus
            baseline: plain
            endpoints: { here: { provider: openai, url: {{stub.Url}}/v1 } }
            pipelines:
              plain: { model: { endpoint: here, name: m1 } }
              priced: { model: { endpoint: here, name: m1, price_as: m0 }, prompt: prompt.md }
              streamed: { model: { endpoint: here, name: m1, stream: true } }
              warm: { model: { endpoint: here, name: m1, temperature: 1 } }
              older: { model: { endpoint: here, name: m1, max_tokens_field: max_tokens } }
            """);

        var result = await cli.RunAsync("doctor", cli.Folder["ways.yaml"], "--format", "json");

        var tried = JsonNode.Parse(result.Output)!.AsArray();
        Assert.That(tried.Select(t => string.Join(' ', t!["pipelines"]!.AsArray().Select(p => (string?)p))), Is.EqualTo(["plain priced", "streamed", "warm", "older"]));
        Assert.That((await stub.QuietCountsAsync()).Requests, Is.EqualTo(4));
    }

    [Test]
    public async Task Judges_are_tried_too_and_share_the_call_of_a_pipeline_that_asks_alike()
    {
        using var cli = new CommandLine();
        await using var stub = await StubServer.StartAsync(new StubOptions { Key = "right" });
        cli.Folder.Write(
            "judged.yaml",
            $$"""
            name: judged
            dataset: samples.jsonl
            corpus: corpus
            baseline: base
            endpoints: { here: { provider: openai, url: {{stub.Url}}/v1 } }
            judges:
              strict: { endpoint: here, name: judge-1, temperature: 0 }
              mild: { endpoint: here, name: judge-1, temperature: 0, prompt: prompt.md, repeats: 3 }
            pipelines:
              base: { model: { provider: embedded, name: untuned } }
            """);

        var result = await cli.RunAsync("doctor", cli.Folder["judged.yaml"], "--format", "json");

        var tried = JsonNode.Parse(result.Output)!.AsArray().Single()!;
        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(tried["pipelines"]!.AsArray().Select(p => (string?)p), Is.EqualTo(["judge strict", "judge mild"]));
        Assert.That((string?)tried["model"], Is.EqualTo("judge-1"));
        Assert.That((string?)tried["problem"], Does.Contain("401"));
        Assert.That((await stub.QuietCountsAsync()).Requests, Is.EqualTo(1));
    }

    [Test]
    public async Task A_store_that_cannot_be_reached_is_a_problem_of_its_own()
    {
        const string Variable = "EVALHARNESS_TEST_DOCTOR_POSTGRES";
        using var cli = new CommandLine();
        Environment.SetEnvironmentVariable(Variable, $"Host=127.0.0.1;Port={LoopbackServer.FreePort()};Database=vectors;Username=me;Password=planted-password");
        cli.Folder.Write(
            "store.yaml",
            $$"""
            name: store
            dataset: samples.jsonl
            corpus: corpus
            baseline: rag
            pipelines:
              rag: { model: { provider: embedded, name: untuned }, retrieval: { corpus: corpus, index: dense, embedder: { provider: lsa }, store: pgvector, connection_env: {{Variable}} } }
            """);

        var result = await cli.RunAsync("doctor", cli.Folder["store.yaml"]);

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain($"error: pgvector, {Variable}: PostgreSQL cannot be reached (ConnectionRefused). Check that the server runs there"));
        Assert.That(result.Output + result.Error, Does.Not.Contain("planted-password"));
    }

    [Test]
    public async Task A_service_whose_reply_is_not_as_the_paths_say_is_a_problem()
    {
        using var cli = new CommandLine();
        await using var stub = await StubServer.StartAsync();
        WriteOthers(cli, stub.Url, answerPath: "$.result");

        var result = await cli.RunAsync("doctor", cli.Folder["others.yaml"], "--pipelines", "service");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("error: service, ask: reply.answer: there is nothing at '$.result'"));
    }

    [Test]
    public async Task A_wrong_key_is_asked_for_once_and_the_mend_is_told()
    {
        using var cli = new CommandLine();
        await using var stub = await StubServer.StartAsync(new StubOptions { Key = "right" });
        WriteExperiment(cli, stub.Url);

        var result = await cli.RunAsync("doctor", cli.Experiment);

        Assert.That(result.Error, Does.Contain("error: here, m1: it asks for a key and has none (401 Unauthorized").And.Contains("as key_env."));
        Assert.That((await stub.QuietCountsAsync()).Requests, Is.EqualTo(1));
    }

    private static void WriteOthers(CommandLine cli, string url, string answerPath) => cli.Folder.Write(
        "others.yaml",
        $$"""
        name: others
        dataset: samples.jsonl
        corpus: corpus
        baseline: rag
        endpoints:
          here: { provider: openai, url: {{url}}/v1 }
          ranker: { provider: http, url: {{url}}/v1 }
          service: { provider: http, url: {{url}} }
        pipelines:
          rag:
            model: { endpoint: here, name: m1 }
            retrieval: { corpus: corpus, index: dense, embedder: { endpoint: here, name: e1 }, rerank: http, reranker: { endpoint: ranker, name: r1 } }
          service: { kind: http, version: "1", endpoint: service, url: ask, body: { question: "{question}" }, reply: { answer: "{{answerPath}}", stages: { search: $.timings.search_ms } } }
          program: { kind: process, version: "1", command: [nowhere] }
        """);

    private static void WriteExperiment(CommandLine cli, string url) => cli.Folder.Write(
        "experiment.yaml",
        $$"""
        name: small
        dataset: samples.jsonl
        corpus: corpus
        baseline: base
        endpoints:
          here: { provider: openai, url: {{url}}/v1 }
          unused: { provider: openai, url: {{url}}/v2 }
        pipelines:
          base: { model: { provider: embedded, name: untuned } }
          prompted: { model: { endpoint: here, name: m1 }, context: all, corpus: corpus }
          rag: { model: { endpoint: here, name: m1 }, retrieval: { corpus: corpus } }
        """);
}
