using System.Text;
using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Providers.Endpoints;
using EvalHarness.Providers.Services;
using Microsoft.AspNetCore.Http;

namespace EvalHarness.Tests.Providers.Services;

public class HttpPipelineTests
{
    private const string Reply = """
        {
          "result": { "answer": "30 minutes.", "at": "2026-01-02T03:04:05Z" },
          "hits": [
            { "id": "p1", "doc": "password-reset", "heading": "Reset", "text": "A link is valid for 30 minutes.", "score": 0.75, "from": 10, "to": 41 },
            { "id": "p2", "doc": "sign-in", "text": "Sign in first." }
          ],
          "sources": ["password-reset"],
          "model": "tuned-7b",
          "usage": { "in": 120, "out": 30, "cached": 20, "thinking": 10 },
          "ms": { "search": 12.5, "generate": 80 }
        }
        """;

    private const string Settings = """
        {
          "kind": "http", "version": "2026-01", "url": "URL/answer",
          "body": { "question": "{question}" },
          "reply": {
            "answer": "$.result.answer",
            "passages": "$.hits[*]",
            "passage": { "id": "$.id", "document": "doc", "title": "heading", "text": "text", "score": "score", "start": "from", "end": "to" },
            "citations": "$.sources[*]",
            "model": "$.model",
            "usage": { "input": "$.usage.in", "output": "$.usage.out", "cache_read": "$.usage.cached", "reasoning": "$.usage.thinking" },
            "stages": { "search": "$.ms.search", "generate": "$.ms.generate" }
          }
        }
        """;

    private const string Short = """{ "kind": "http", "version": "1", "url": "URL", "body": { "q": "{question}" }, "reply": { "answer": "$.answer" } }""";

    private const string Streamed = """{ "kind": "http", "version": "1", "url": "URL", "body": {}, "stream": { "delta": "$.delta", "done": "[END]" }, "reply": {} }""";

    private StageClock clock = null!;
    private EndpointRegistry endpoints = null!;

    [SetUp]
    public void MakeEndpoints()
    {
        clock = new StageClock(TimeProvider.System, repeat: 2);
        endpoints = new EndpointRegistry(TimeProvider.System);
        Environment.SetEnvironmentVariable("EVALHARNESS_TEST_KEY", "s3cret-key");
        Environment.SetEnvironmentVariable("EVALHARNESS_TEST_TEAM", "blue-team");
    }

    [TearDown]
    public void CloseEndpoints() => endpoints.Dispose();

    [Test]
    public async Task Everything_that_the_paths_name_is_read()
    {
        await using var service = await LoopbackService.StartAsync(Reply);

        var answer = await AskAsync(Settings, service);

        Assert.That(answer.Text, Is.EqualTo("30 minutes."));
        Assert.That(answer.Passages, Is.EqualTo(
        [
            new Passage("p1", "password-reset", "Reset", "A link is valid for 30 minutes.", new TextSpan(10, 41), 0.75),
            new Passage("p2", "sign-in", "", "Sign in first.", null, 0.5),
        ]));
        Assert.That(answer.Citations, Is.EqualTo(["password-reset"]));
        Assert.That(answer.Model, Is.EqualTo("tuned-7b"));
        Assert.That(answer.Usage, Is.EqualTo(new TokenUsage(120, 30) { CacheRead = 20, Reasoning = 10 }));
        Assert.That(clock.Stages["search"], Is.EqualTo(TimeSpan.FromMilliseconds(12.5)));
        Assert.That(clock.Stages["generate"], Is.EqualTo(TimeSpan.FromMilliseconds(80)));
    }

    [Test]
    public async Task The_call_is_in_the_log_of_the_attempt_with_what_it_used()
    {
        await using var service = await LoopbackService.StartAsync(Reply);

        await AskAsync(Settings, service);

        var call = clock.Calls.Calls.Single();
        Assert.That((call.Kind, call.Endpoint, call.Model, call.Usage!.Input), Is.EqualTo(("service", service.Url, "tuned-7b", 120)));
        Assert.That(call.FirstToken, Is.Null);
    }

    [Test]
    public async Task A_price_name_stands_for_the_model()
    {
        await using var service = await LoopbackService.StartAsync(Reply);

        var answer = await AskAsync(Settings.Replace("\"kind\"", "\"price_as\": \"gpt\", \"kind\"", StringComparison.Ordinal), service);

        Assert.That(answer.Model, Is.EqualTo("gpt"));
    }

    [Test]
    public async Task Placeholders_are_replaced_in_the_body_that_is_sent()
    {
        await using var service = await LoopbackService.StartAsync("""{ "answer": "yes" }""");
        const string Body = """{ "{question}": [1, null, true], "q": "Q: {question} ({repeat}, {context.plan}{context.none})", "messages": "{messages}", "schema": "{schema}", "repeat": "{repeat}", "plan": "{context.plan}", "none": "{context.none}", "kept": "{{question}} {\"a\":{\"b\":1}}", "all": "<{messages}>" }""";

        await AskAsync(Short.Replace("""{ "q": "{question}" }""", Body, StringComparison.Ordinal), service, Hostile);

        var expected = JsonNode.Parse("""{ "{question}": [1, null, true], "schema": { "type": "object" }, "repeat": 2, "plan": "pro", "none": null, "kept": "{question} {\"a\":{\"b\":1}}" }""")!.AsObject();
        expected["q"] = $"Q: {Hostile.Question} (2, pro)";
        expected["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = "Hi" }, new JsonObject { ["role"] = "user", ["content"] = Hostile.Question });
        expected["all"] = $"<{expected["messages"]!.ToJsonString()}>";
        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(service.Bodies.Single()), expected), Is.True, service.Bodies.Single());
        Assert.That(service.Headers.Single()["Content-Type"], Does.StartWith("application/json"));
    }

    [Test]
    public async Task A_question_in_the_url_is_percent_encoded()
    {
        await using var service = await LoopbackService.StartAsync("""{ "answer": "yes" }""");

        await AskAsync("""{ "kind": "http", "version": "1", "method": "GET", "url": "URL/ask?q={question}", "reply": { "answer": "answer" } }""", service, Some("a&b=c d/ü"));

        Assert.That(service.Queries.Single(), Is.EqualTo("/ask?q=a%26b%3Dc%20d%2F%C3%BC"));
        Assert.That(service.Bodies.Single(), Is.Empty);
    }

    [Test]
    public async Task A_named_endpoint_gives_its_url_its_key_and_its_headers()
    {
        await using var service = await LoopbackService.StartAsync("""{ "answer": "yes" }""");
        var named = new EndpointOptions
        {
            Provider = "http",
            Url = $"{service.Url}/v1/",
            KeyEnv = "EVALHARNESS_TEST_KEY",
            Headers = new Dictionary<string, string> { ["X-Team"] = "${EVALHARNESS_TEST_TEAM}", ["X-Both"] = "endpoint" },
        };

        await AskAsync("""{ "kind": "http", "version": "1", "endpoint": "rag", "url": "/answer", "headers": { "X-Both": "pipeline ${EVALHARNESS_TEST_TEAM}", "Content-Type": "application/vnd.rag+json" }, "body": {}, "reply": { "answer": "answer" } }""", service, named: named);

        var sent = service.Headers.Single();
        Assert.That(service.Queries.Single(), Is.EqualTo("/v1/answer"));
        Assert.That((sent["Authorization"], sent["X-Team"], sent["X-Both"], sent["Content-Type"]), Is.EqualTo(("Bearer s3cret-key", "blue-team", "pipeline blue-team", "application/vnd.rag+json")));
        Assert.That(clock.Calls.Calls.Single().Endpoint, Is.EqualTo("rag"));
    }

    [Test]
    public async Task A_stream_is_joined_and_its_last_event_completes_it()
    {
        await using var service = await LoopbackService.StartAsync(
            """
            : a comment

            data: {"delta": "30 "}

            data: {"delta": "min",
            data:  "usage": {"in": 1, "out": 1}}

            data: {"other": true}

            data: {"delta": "utes."}

            data: {"usage": {"in": 9, "out": 4}, "hits": ["one", "two"]}

            data: [DONE]

            data: {"delta": " never read"}


            """,
            "text/event-stream");

        var answer = await AskAsync("""{ "kind": "http", "version": "1", "url": "URL", "body": {}, "stream": { "delta": "$.delta" }, "reply": { "passages": "$.hits", "usage": { "input": "usage.in", "output": "usage.out" } } }""", service);

        Assert.That(answer.Text, Is.EqualTo("30 minutes."));
        Assert.That(answer.Usage, Is.EqualTo(new TokenUsage(9, 4)));
        Assert.That(answer.Passages!.Select(p => (p.Text, p.Score)), Is.EqualTo([("one", 1.0), ("two", 0.5)]));
        Assert.That(clock.Calls.Calls.Single().FirstToken, Is.GreaterThan(TimeSpan.Zero));
        Assert.That(service.Headers.Single()["Accept"], Is.EqualTo("text/event-stream"));
    }

    [Test]
    public async Task The_first_token_is_earlier_than_the_last()
    {
        await using var service = await LoopbackService.StartAsync(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync("data: {\"delta\": \"a\"}\n\n");
            await context.Response.Body.FlushAsync();
            await Task.Delay(300);
            await context.Response.WriteAsync("data: {\"delta\": \"b\"}\n\n");
        });

        await AskAsync("""{ "kind": "http", "version": "1", "url": "URL", "body": {}, "stream": { "delta": "$.delta" }, "reply": {} }""", service);

        var call = clock.Calls.Calls.Single();
        Assert.That(call.ServiceTime - call.FirstToken, Is.GreaterThan(TimeSpan.FromMilliseconds(200)));
    }

    [TestCase("[]", true)]
    [TestCase("null", true)]
    [TestCase("[null]", false)]
    public async Task A_list_that_is_there_may_be_empty(string hits, bool isFine)
    {
        await using var service = await LoopbackService.StartAsync($$"""{ "answer": "yes", "hits": {{hits}} }""");
        foreach (var path in new[] { "$.hits", "$.hits[*]", "$.hits[?(@.used == true)]" }.Take(isFine ? 3 : 2))
        {
            Task<Answer> Ask() => AskAsync($$"""{ "kind": "http", "version": "1", "url": "URL", "body": {}, "reply": { "answer": "answer", "passages": "{{path}}", "passage": { "text": "text" } } }""", service);

            if (isFine)
                Assert.That((await Ask()).Passages, Is.Empty, path);
            else
                Assert.That(Ask, Throws.TypeOf<ServiceContractException>(), path);
        }
    }

    [Test]
    public async Task An_answer_that_is_an_object_is_its_json_with_dates_as_they_came()
    {
        await using var service = await LoopbackService.StartAsync(Reply);

        var answer = await AskAsync(Short.Replace("$.answer", "$.result", StringComparison.Ordinal), service);

        Assert.That(answer.Text, Is.EqualTo("""{"answer":"30 minutes.","at":"2026-01-02T03:04:05Z"}"""));
    }

    [Test]
    public async Task What_is_only_said_about_an_answer_may_be_missing_and_is_then_unknown()
    {
        await using var service = await LoopbackService.StartAsync("""{ "result": { "answer": "no" }, "hits": [], "sources": [], "usage": { "in": null, "out": 2 }, "ms": {} }""");

        var answer = await AskAsync(Settings, service);

        Assert.That((answer.Usage, answer.Model, clock.Stages.Count), Is.EqualTo(((TokenUsage?)null, (string?)null, 0)));
    }

    [TestCase("\"answer\"", "\"anser\"", "reply.answer: there is nothing at '$.result.answer'. The reply starts: {")]
    [TestCase("\"30 minutes.\"", "null", "reply.answer: '$.result.answer' is null. The reply starts: {")]
    [TestCase("\"hits\"", "\"hit\"", "reply.passages: there is nothing at '$.hits[*]'. The reply starts: {")]
    [TestCase("\"text\": \"Sign in first.\"", "\"txt\": \"\"", "reply.passages: passage 2: there is nothing at 'text' (reply.passage.text). It starts: {\"id\":\"p2\"")]
    [TestCase("\"id\": \"p1\"", "\"nr\": 1", "reply.passages: passage 1: there is nothing at '$.id' (reply.passage.id).")]
    [TestCase("\"doc\": \"sign-in\"", "\"doc\": null", "reply.passages: passage 2: there is nothing at 'doc' (reply.passage.document).")]
    [TestCase("0.75", "\"high\"", "reply.passages: passage 1: 'score' (reply.passage.score) is high, not a number.")]
    [TestCase("\"to\": 41", "\"to\": 9", "reply.passages: passage 1: 10 to 9 is no range of characters.")]
    [TestCase("\"sources\"", "\"source\"", "reply.citations: there is nothing at '$.sources[*]'. The reply starts: {")]
    [TestCase("\"in\": 120", "\"in\": 1.5", "reply.usage.input: '$.usage.in' is 1.5, not a number of tokens.")]
    [TestCase("\"in\": 120", "\"in\": -1", "reply.usage.input: '$.usage.in' is -1, not a number of tokens.")]
    [TestCase("\"in\": 120", "\"in\": 10", "reply.usage: of 10 input tokens 20 were read from a cache")]
    [TestCase("12.5", "\"fast\"", "reply.stages.search: '$.ms.search' is fast, not milliseconds.")]
    [TestCase("12.5", "1e400", "reply.stages.search: '$.ms.search' is ")]
    public async Task A_reply_that_breaks_the_contract_names_the_path(string right, string wrong, string message)
    {
        await using var service = await LoopbackService.StartAsync(Reply.Replace(right, wrong, StringComparison.Ordinal));

        Assert.That(() => AskAsync(Settings, service), Throws.TypeOf<ServiceContractException>().With.Message.StartsWith(message));
    }

    [TestCase("<html>\u0007\r\n<b>Sign in</b>", "text/html", "the reply is text/html, not JSON ('<' is an invalid start of a value, line 1, byte 1). It starts: <html> <b>Sign in</b>")]
    [TestCase("""{"answer": "30 mi""", "application/json", """end of data""")]
    [TestCase("{'answer': 'single quotes'}", "application/json", "the reply is not JSON (''' is an invalid start of a property name. Expected a '\"', line 1, byte 2).")]
    [TestCase("", "application/json", "the reply is empty, and JSON was expected")]
    public async Task A_reply_that_is_not_json_shows_how_it_starts(string body, string contentType, string message)
    {
        await using var service = await LoopbackService.StartAsync(body, contentType);

        Assert.That(() => AskOnceAsync(Short, service), Throws.Exception.With.Message.Contains(message));
    }

    [Test]
    public async Task A_reply_that_is_not_utf8_says_where()
    {
        await using var service = await LoopbackService.StartAsync(Encoding.Latin1.GetBytes("{\n \"answer\": \"für\"}"), "application/json; charset=iso-8859-1");

        Assert.That(() => AskOnceAsync(Short, service), Throws.Exception.With.Message.Contains("the reply is not UTF-8 from line 2, column 14 (it says charset=iso-8859-1)."));
    }

    [Test]
    public async Task A_reply_without_end_is_not_read_to_its_end()
    {
        await using var service = await LoopbackService.StartAsync(async context =>
        {
            var chunk = new byte[1024 * 1024];
            for (var i = 0; i < 20; i++)
                await context.Response.Body.WriteAsync(chunk);
        });

        Assert.That(() => AskOnceAsync(Short, service), Throws.Exception.With.Message.Contains("the reply is longer than 16 MB, and was not read to its end"));
    }

    [TestCase("""{ "answer": "no stream" }""", "application/json", """the reply is application/json, not text/event-stream: leave stream: out, or have the service stream. It starts: { "answer": "no stream" }""")]
    [TestCase("data: {oops}\n\n", "text/event-stream", "an event of the stream is not JSON: {oops}")]
    public async Task A_stream_that_is_none_is_named(string body, string contentType, string message)
    {
        await using var service = await LoopbackService.StartAsync(body, contentType);

        Assert.That(() => AskOnceAsync(Streamed, service), Throws.Exception.With.Message.Contains(message));
    }

    [Test]
    public async Task A_stream_that_ends_before_its_end_mark_was_cut_short()
    {
        await using var service = await LoopbackService.StartAsync("data: {\"delta\": \"30\"}\n\n", "text/event-stream");

        Assert.That(() => AskOnceAsync(Streamed, service), Throws.Exception.With.Message.Contains("the stream ended after 1 events without '[END]' (stream.done)"));
    }

    [Test]
    public async Task No_secret_is_shown_when_a_service_echoes_it()
    {
        await using var service = await LoopbackService.StartAsync(context =>
            context.Response.WriteAsync($"{context.Request.Headers["X-Key"]} {new string('x', 292)}{context.Request.Headers["X-Key"]}"));

        Assert.That(() => AskAsync(Short.Replace("\"body\"", "\"headers\": { \"X-Key\": \"${EVALHARNESS_TEST_KEY}\" }, \"body\"", StringComparison.Ordinal), service),
            Throws.Exception.With.Message.Contains("***").And.Message.Not.Contains("s3"));
    }

    private static readonly PipelineRequest Hostile = new(
        "\", \"admin\": true, \"x\": \"{repeat} {{schema}} \n\u2028 ü",
        [new Message("user", "Hi"), new Message("user", "\", \"admin\": true, \"x\": \"{repeat} {{schema}} \n\u2028 ü")],
        new Dictionary<string, string> { ["plan"] = "pro" },
        """{"type":"object"}""");

    private static PipelineRequest Some(string question) => new(question, [new Message("user", question)], new Dictionary<string, string>(), null);

    // A reply that was cut short is asked for again: here only once.
    private Task<Answer> AskOnceAsync(string settings, LoopbackService service) => AskAsync(
        settings.Replace("\"version\"", "\"endpoint\": \"rag\", \"version\"", StringComparison.Ordinal),
        service,
        named: new EndpointOptions { Provider = "http", Url = service.Url, Tries = new TryOptions { Count = 1 } });

    private async Task<Answer> AskAsync(string settings, LoopbackService service, PipelineRequest? request = null, EndpointOptions? named = null)
    {
        var node = JsonNode.Parse(settings.Replace("URL", service.Url, StringComparison.Ordinal))!.AsObject();
        var spec = new PipelineSpec("rag", "http", "/", node, new Dictionary<string, string>())
        {
            Endpoints = named is null ? new Dictionary<string, EndpointOptions>() : new Dictionary<string, EndpointOptions> { ["rag"] = named },
        };
        var factory = new HttpPipelineFactory(endpoints);
        var pipeline = await factory.BuildAsync(spec, CancellationToken.None);
        return await pipeline.AnswerAsync(request ?? Some("How long is a reset link valid?"), clock, CancellationToken.None);
    }
}
