using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Providers.Endpoints;
using EvalHarness.Providers.Models;

namespace EvalHarness.Tests.Providers.Models;

internal sealed class StreamedReplyTests
{
    private static readonly ModelOptions Streaming = new() { Endpoint = "here", Name = "m1", Stream = true };

    private static readonly string[] Whole =
    [
        WireReply.Chunk("""{"role":"assistant","content":""}"""),
        WireReply.Chunk("""{"content":"30 "}"""),
        WireReply.Chunk("""{"content":"minutes"}"""),
        WireReply.Chunk("{}", "\"stop\""),
        """{"id":"c1","object":"chat.completion.chunk","created":1,"model":"m1-2026","choices":[],"usage":{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15,"prompt_tokens_details":{"cached_tokens":4}}}""",
        "[DONE]",
    ];

    [Test]
    public async Task A_stream_is_asked_for_with_its_usage_and_read_whole()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.OpenAiStream(Whole));
        var clock = new StageClock(TimeProvider.System);

        var answer = await wire.AskAsync(wire.Source(Streaming), clock);

        Assert.That(wire.Request.Field("stream"), Is.EqualTo("true"));
        Assert.That(wire.Request.Field("stream_options"), Is.EqualTo("""{"include_usage":true}"""));
        Assert.That(answer.Text, Is.EqualTo("30 minutes"));
        Assert.That(answer.FinishReason, Is.EqualTo("stop"));
        Assert.That(answer.Model, Is.EqualTo("m1-2026"));
        Assert.That(answer.Usage, Is.EqualTo(new TokenUsage(10, 5) { CacheRead = 4 }));
        Assert.That(clock.Calls.Calls.Single().FirstToken, Is.GreaterThan(TimeSpan.Zero));
    }

    [Test]
    public async Task A_call_without_streaming_has_no_first_token()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.OpenAi());
        var clock = new StageClock(TimeProvider.System);

        await wire.AskAsync(wire.Source(), clock);

        Assert.That(clock.Calls.Calls.Single().FirstToken, Is.Null);
    }

    [Test]
    public async Task A_server_that_counts_up_in_every_piece_is_counted_once()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.OpenAiStream(
            WireReply.Chunk("""{"content":"30 "}""", usage: """{"prompt_tokens":10,"completion_tokens":1,"total_tokens":11}"""),
            WireReply.Chunk("""{"content":"minutes"}""", "\"stop\"", """{"prompt_tokens":10,"completion_tokens":2,"total_tokens":12}"""),
            "[DONE]"));

        var answer = await wire.AskAsync(wire.Source(Streaming));

        Assert.That(answer.Usage, Is.EqualTo(new TokenUsage(10, 2)));
    }

    [Test]
    public async Task A_stream_without_a_finish_reason_is_truncated()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.OpenAiStream(Whole[..3]));

        Assert.That(() => wire.AskAsync(wire.Source(Streaming)), Throws.TypeOf<EndpointException>().With.Property("Status").EqualTo("truncated").And.Message.Contains("the stream ended without a finish reason"));
    }

    [Test]
    public async Task An_error_in_a_stream_says_what_the_server_said()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.OpenAiStream([.. Whole[..3], """{"error":{"message":"out of memory"}}""", "[DONE]"]));

        Assert.That(() => wire.AskAsync(wire.Source(Streaming)), Throws.TypeOf<EndpointException>().With.Property("Status").EqualTo("truncated").And.Message.Contains("out of memory"));
    }

    [Test]
    public async Task A_refusal_in_a_stream_is_the_answer()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.OpenAiStream(
            WireReply.Chunk("""{"refusal":"I cannot "}"""), WireReply.Chunk("""{"refusal":"say."}"""), WireReply.Chunk("{}", "\"stop\""), "[DONE]"));

        var answer = await wire.AskAsync(wire.Source(Streaming));

        Assert.That(answer.Text, Is.EqualTo("I cannot say."));
        Assert.That(answer.FinishReason, Is.EqualTo("refusal"));
    }

    [Test]
    public async Task A_tool_call_in_a_stream_is_no_answer()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.OpenAiStream(
            WireReply.Chunk("""{"tool_calls":[{"index":0,"id":"t1","type":"function","function":{"name":"search","arguments":"{}"}}]}"""), WireReply.Chunk("{}", "\"tool_calls\""), "[DONE]"));

        Assert.That(() => wire.AskAsync(wire.Source(Streaming)), Throws.TypeOf<UnusableReplyException>().With.Message.Contains("the tool 'search'"));
    }

    [Test]
    public async Task Anthropics_stream_is_read_whole_with_its_cache_counts()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.AnthropicStream([.. AnthropicStart, .. AnthropicEnd]));

        var answer = await wire.AskAsync(wire.Source(Streaming, wire.Endpoint("anthropic")));

        Assert.That(answer.Text, Is.EqualTo("30 minutes"));
        Assert.That(answer.Usage, Is.EqualTo(new TokenUsage(1110, 7) { CacheRead = 1000, CacheWrite = 100 }));
    }

    [Test]
    public async Task Anthropics_stream_without_an_end_is_truncated()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.AnthropicStream(AnthropicStart));

        Assert.That(() => wire.AskAsync(wire.Source(Streaming, wire.Endpoint("anthropic"))), Throws.TypeOf<EndpointException>().With.Property("Status").EqualTo("truncated"));
    }

    [Test]
    public async Task An_error_in_Anthropics_stream_says_what_the_server_said()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.AnthropicStream(
            [.. AnthropicStart, ("error", """{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""")]));

        Assert.That(() => wire.AskAsync(wire.Source(Streaming, wire.Endpoint("anthropic"))), Throws.TypeOf<EndpointException>().With.Property("Status").EqualTo("529").And.Message.Contains("Overloaded"));
    }

    private static (string, string)[] AnthropicStart =>
    [
        ("message_start", """{"type":"message_start","message":{"id":"m","type":"message","role":"assistant","model":"claude-2026","content":[],"stop_reason":null,"usage":{"input_tokens":10,"cache_creation_input_tokens":100,"cache_read_input_tokens":1000,"output_tokens":1}}}"""),
        ("content_block_start", """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}"""),
        ("content_block_delta", """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"30 minutes"}}"""),
    ];

    private static (string, string)[] AnthropicEnd =>
    [
        ("content_block_stop", """{"type":"content_block_stop","index":0}"""),
        ("message_delta", """{"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":7}}"""),
        ("message_stop", """{"type":"message_stop"}"""),
    ];
}
