using System.Text.Json.Nodes;
using EvalHarness.Imports.Recorded;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests.Imports.Recorded;

/// <summary>What other tools write is read without a map.</summary>
internal sealed class KnownFormatTests
{
    private static readonly RecordedPipelineFactory Factory = new();

    private TemporaryFolder folder = null!;

    [SetUp]
    public void Create() => folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => folder.Dispose();

    [TestCase("old.jsonl", """{"question":"A?","answer":"a","contexts":["one","two"],"ground_truth":"a"}""")]
    [TestCase("new.jsonl", """{"user_input":"A?","response":"a","retrieved_contexts":["one","two"],"reference":"a"}""")]
    [TestCase("frame.json", """{"question":{"0":"A?"},"answer":{"0":"a"},"contexts":{"0":["one","two"]}}""")]
    [TestCase("frame.csv", "question,answer,contexts,faithfulness\nA?,a,\"['one', 'two']\",0.5\n")]
    public async Task Ragas_of_either_naming(string name, string text)
    {
        folder.Write(name, text);

        var answer = await AskAsync(name, "ragas", "A?");

        Assert.That(answer.Text, Is.EqualTo("a"));
        Assert.That(answer.Passages!.Select(p => p.Text), Is.EqualTo(["one", "two"]));
    }

    [Test]
    public async Task RagChecker()
    {
        folder.Write("r.json", """{"results":[{"query_id":"7","query":"A?","gt_answer":"a","response":"a.","retrieved_context":[{"doc_id":"d1","text":"one"}]}]}""");

        var answer = await AskAsync("r.json", "ragchecker", "A?");

        Assert.That(answer.Text, Is.EqualTo("a."));
        Assert.That(answer.Passages!.Single().Document, Is.EqualTo("d1"));
    }

    [Test]
    public async Task Promptfoo_picks_a_provider_and_keeps_tokens_and_latency()
    {
        folder.Write("r.json", Promptfoo);

        var small = await AskAsync("r.json", "promptfoo", "A?", """{"provider":"openai:small"}""");
        var large = await AskAsync("r.json", "promptfoo", "A?", """{"provider":"openai:large"}""");

        Assert.That((small.Text, small.Model, small.Usage, small.RecordedLatency), Is.EqualTo(("a small", "openai:small", new TokenUsage(12, 3), TimeSpan.FromMilliseconds(250))));
        Assert.That((large.Text, large.Usage), Is.EqualTo(("{\"a\":1}", (TokenUsage?)null)));
    }

    [Test]
    public async Task A_cached_reply_of_promptfoo_has_no_latency_and_a_failed_assertion_is_no_failure()
    {
        folder.Write("r.json", Promptfoo);

        var large = await AskAsync("r.json", "promptfoo", "A?", """{"provider":"openai:large"}""");

        Assert.That(large.RecordedLatency, Is.Null);
        Assert.That(() => AskAsync("r.json", "promptfoo", "B?", """{"provider":"openai:large"}"""), Throws.TypeOf<NotRecordedException>().With.Message.Contains("HTTP 429"));
    }

    [Test]
    public async Task Traces_in_production_become_answers()
    {
        folder.Write("spans.jsonl", Spans);

        var answer = await AskAsync("spans.jsonl", "otel", "How long is a link valid?");

        Assert.That(answer.Text, Is.EqualTo("30 minutes."));
        Assert.That(answer.Model, Is.EqualTo("m-2026"));
        Assert.That(answer.Usage, Is.EqualTo(new TokenUsage(160, 25) { CacheRead = 64, Calls = 2 }));
        Assert.That(answer.RecordedLatency, Is.EqualTo(TimeSpan.FromMilliseconds(900)));
        Assert.That(answer.Passages!.Single(), Is.EqualTo(new Passage("reset#0", "reset", "reset", "For 30 minutes.", null, 0)));
    }

    [Test]
    public async Task Older_spans_and_those_of_OpenLLMetry_are_read_too()
    {
        folder.Write("spans.jsonl", Spans);

        var numbered = await AskAsync("spans.jsonl", "otel", "Numbered?");
        var events = await AskAsync("spans.jsonl", "otel", "On events?");

        Assert.That((numbered.Text, numbered.Usage), Is.EqualTo(("Yes.", new TokenUsage(10, 2))));
        Assert.That(events.Text, Is.EqualTo("Indeed."));
    }

    [Test]
    public void A_span_with_an_error_is_a_failed_answer()
    {
        folder.Write("spans.jsonl", Spans);

        Assert.That(() => AskAsync("spans.jsonl", "otel", "Broken?"), Throws.TypeOf<NotRecordedException>().With.Message.Contains("rate limited"));
    }

    [Test]
    public async Task A_trace_that_ends_in_a_tool_call_is_a_failed_answer_and_the_others_stand()
    {
        folder.Write("spans.jsonl", Spans + "\n" + """{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"t9","spanId":"s","name":"chat m","attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"chat"}},{"key":"gen_ai.response.finish_reasons","value":{"arrayValue":{"values":[{"stringValue":"tool_calls"}]}}},{"key":"gen_ai.input.messages","value":{"stringValue":"[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Call?\"}]}]"}}]}]}]}]}""");

        Assert.That(() => AskAsync("spans.jsonl", "otel", "Call?"), Throws.TypeOf<NotRecordedException>().With.Message.Contains("no text of an answer").And.Message.Contains("tool_calls"));
        Assert.That((await AskAsync("spans.jsonl", "otel", "How long is a link valid?")).Text, Is.EqualTo("30 minutes."));
    }

    [Test]
    public void Traces_without_content_are_told_how_to_get_it()
    {
        folder.Write("spans.jsonl", """{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"t","spanId":"s","name":"chat m","attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"chat"}}]}]}]}]}""");

        Assert.That(() => AskAsync("spans.jsonl", "otel", "A?"), Throws.TypeOf<InputException>().With.Message.Contains("none of the 1 traces says what was asked").And.Message.Contains("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"));
    }

    [TestCase("ragchecker", "{\"items\":[]}", "there is no list results in it")]
    [TestCase("promptfoo", "[1]", "there is no list results.results or results in it")]
    public void A_file_of_another_tool_is_told(string format, string text, string message)
    {
        folder.Write("r.json", text);

        Assert.That(() => AskAsync("r.json", format, "A?"), Throws.TypeOf<InputException>().With.Message.Contains(message));
    }

    private async Task<Answer> AskAsync(string file, string format, string question, string where = "{}")
    {
        JsonObject settings = new() { ["kind"] = "recorded", ["file"] = file, ["format"] = format, ["where"] = JsonNode.Parse(where) };
        var pipeline = await Factory.BuildAsync(new PipelineSpec("p", "recorded", folder.FullPath, settings, new Dictionary<string, string>()), CancellationToken.None);
        return await pipeline.AnswerAsync(PipelineRequest.For(Some.Sample(question: question), null), new StageClock(TimeProvider.System), CancellationToken.None);
    }

    private const string Promptfoo =
        """
        {"evalId":"e","results":{"version":3,"results":[
          {"provider":{"id":"openai:small","label":""},"prompt":{"raw":"Answer: A?","label":"short"},"vars":{"question":"A?"},"response":{"output":"a small","tokenUsage":{"total":15,"prompt":12,"completion":3},"cached":false},"latencyMs":250,"success":true,"cost":0.001},
          {"provider":{"id":"openai:large","label":""},"prompt":{"raw":"Answer: A?","label":"short"},"vars":{"question":"A?"},"response":{"output":{"a":1},"tokenUsage":{"total":15,"cached":15},"cached":true},"latencyMs":3,"success":false,"error":"Expected output to contain \"b\""},
          {"provider":{"id":"openai:large","label":""},"prompt":{"raw":"Answer: B?","label":"short"},"vars":{"question":"B?"},"error":"HTTP 429","latencyMs":90,"success":false}
        ]}}
        """;

    private const string Spans =
        """
        {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"helpdesk"}}]},"scopeSpans":[{"spans":[{"traceId":"t1","spanId":"root","name":"invoke_agent helpdesk","startTimeUnixNano":"1000000000","endTimeUnixNano":"1900000000","attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"invoke_agent"}},{"key":"gen_ai.input.messages","value":{"stringValue":"[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"How long is a link valid?\"}]}]"}}]},{"traceId":"t1","spanId":"find","parentSpanId":"root","name":"retrieval","startTimeUnixNano":"1100000000","endTimeUnixNano":"1300000000","attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"retrieval"}},{"key":"gen_ai.retrieval.documents","value":{"arrayValue":{"values":[{"kvlistValue":{"values":[{"key":"id","value":{"stringValue":"reset"}},{"key":"content","value":{"stringValue":"For 30 minutes."}},{"key":"score","value":{"doubleValue":0.9}}]}}]}}}]}]}]}]}
        {"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"t1","spanId":"rewrite","parentSpanId":"find","name":"chat","startTimeUnixNano":"1110000000","endTimeUnixNano":"1890000000","attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"chat"}},{"key":"gen_ai.output.messages","value":{"stringValue":"[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"link validity\"}]}]"}},{"key":"gen_ai.usage.input_tokens","value":{"intValue":"60"}},{"key":"gen_ai.usage.output_tokens","value":{"intValue":"5"}}]},{"traceId":"t1","spanId":"answer","parentSpanId":"root","name":"chat m","startTimeUnixNano":"1300000000","endTimeUnixNano":"1800000000","attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"chat"}},{"key":"gen_ai.request.model","value":{"stringValue":"m"}},{"key":"gen_ai.response.model","value":{"stringValue":"m-2026"}},{"key":"gen_ai.input.messages","value":{"stringValue":"[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"For 30 minutes. How long is a link valid?\"}]}]"}},{"key":"gen_ai.output.messages","value":{"stringValue":"[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"30 minutes.\"}],\"finish_reason\":\"stop\"}]"}},{"key":"gen_ai.usage.input_tokens","value":{"intValue":"100"}},{"key":"gen_ai.usage.output_tokens","value":{"intValue":20}},{"key":"gen_ai.usage.cache_read.input_tokens","value":{"intValue":"64"}}]}]}]}]}
        {"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"t2","spanId":"a","name":"openai.chat","startTimeUnixNano":"1","endTimeUnixNano":"2","attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"chat"}},{"key":"gen_ai.prompt.0.role","value":{"stringValue":"user"}},{"key":"gen_ai.prompt.0.content","value":{"stringValue":"Numbered?"}},{"key":"gen_ai.completion.0.role","value":{"stringValue":"assistant"}},{"key":"gen_ai.completion.0.content","value":{"stringValue":"Yes."}},{"key":"gen_ai.usage.prompt_tokens","value":{"intValue":"10"}},{"key":"gen_ai.usage.completion_tokens","value":{"intValue":"2"}}]},{"traceId":"t3","spanId":"b","name":"chat","attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"chat"}}],"events":[{"name":"gen_ai.content.prompt","attributes":[{"key":"gen_ai.prompt","value":{"stringValue":"[{\"role\":\"user\",\"content\":\"On events?\"}]"}}]},{"name":"gen_ai.content.completion","attributes":[{"key":"gen_ai.completion","value":{"stringValue":"[{\"role\":\"assistant\",\"content\":\"Indeed.\"}]"}}]}]},{"traceId":"t4","spanId":"c","name":"chat","status":{"code":2,"message":"rate limited"},"attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"chat"}},{"key":"gen_ai.input.messages","value":{"arrayValue":{"values":[{"kvlistValue":{"values":[{"key":"role","value":{"stringValue":"user"}},{"key":"content","value":{"stringValue":"Broken?"}}]}}]}}}]}]}]}]}
        """;
}
