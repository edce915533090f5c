using EvalHarness.Pipelines;
using EvalHarness.Providers.Endpoints;
using EvalHarness.Providers.Models;

namespace EvalHarness.Tests.Providers.Models;

/// <summary>Replies that are not what was asked for: each is a clear answer or a clear failure.</summary>
internal sealed class OddReplyTests
{
    [Test]
    public async Task A_refusal_is_the_answer_and_says_so()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.OpenAi("""{"role":"assistant","content":null,"refusal":"I cannot say."}"""));

        var answer = await wire.AskAsync(wire.Source());

        Assert.That(answer.Text, Is.EqualTo("I cannot say."));
        Assert.That(answer.FinishReason, Is.EqualTo("refusal"));
        Assert.That(answer.Usage, Is.EqualTo(new TokenUsage(10, 5)));
    }

    [Test]
    public async Task A_reply_cut_at_its_limit_is_an_answer_that_says_so()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.OpenAi(finishReason: "length"));

        var answer = await wire.AskAsync(wire.Source());

        Assert.That(answer.Text, Is.EqualTo("30 minutes"));
        Assert.That(answer.FinishReason, Is.EqualTo("length"));
    }

    [TestCase("""{"role":"assistant","content":""}""", "content_filter", "content filter")]
    [TestCase("""{"role":"assistant","content":null}""", "length", "raise max_tokens")]
    [TestCase("""{"role":"assistant","content":null,"tool_calls":[{"id":"t","type":"function","function":{"name":"search","arguments":"{}"}}]}""", "tool_calls", "the tool 'search'")]
    [TestCase("""{"role":"assistant","content":"30 minutes"}""", "eos", "'eos'")]
    public async Task A_reply_without_an_answer_fails_with_its_reason(string message, string finishReason, string reason)
    {
        await using var wire = await ModelWire.StartAsync(WireReply.OpenAi(message, finishReason));

        Assert.That(() => wire.AskAsync(wire.Source()), Throws.TypeOf<UnusableReplyException>().With.Message.Contains(reason));
    }

    [TestCase("""{"id":"c1","object":"chat.completion","created":1,"model":"m1","choices":[],"usage":null}""")]
    [TestCase("""{"error":{"message":"the upstream is overloaded"}}""")]
    public async Task A_reply_without_choices_fails_with_its_start(string body)
    {
        await using var wire = await ModelWire.StartAsync(new WireReply(body));

        Assert.That(() => wire.AskAsync(wire.Source()), Throws.TypeOf<UnusableReplyException>().With.Message.EqualTo($"the reply holds no choice: {body}"));
    }

    [Test]
    public async Task Text_in_place_of_JSON_is_named_with_its_type_and_its_start()
    {
        await using var wire = await ModelWire.StartAsync(new WireReply("not ready", ContentType: "text/plain"));

        Assert.That(
            () => wire.AskAsync(wire.Source()),
            Throws.TypeOf<EndpointException>().With.Property("Status").EqualTo("unreadable").And.Property("Reason").EqualTo("the reply is not whole JSON (text/plain): not ready"));
    }

    [TestCase("""{"id":"c1","choi""")]
    [TestCase("")]
    public async Task A_body_that_is_good_as_far_as_it_goes_is_truncated(string body)
    {
        await using var wire = await ModelWire.StartAsync(new WireReply(body));

        Assert.That(() => wire.AskAsync(wire.Source()), Throws.TypeOf<EndpointException>().With.Property("Status").EqualTo("truncated"));
    }

    [Test]
    public async Task A_key_that_a_server_repeats_is_not_shown()
    {
        Environment.SetEnvironmentVariable("EVALHARNESS_TEST_ECHOED_KEY", "sk-secret-123");
        await using var wire = await ModelWire.StartAsync(new WireReply("""{"error":"the key sk-secret-123 is unknown"}"""));
        var endpoint = wire.Endpoint(change: o => o with { KeyEnv = "EVALHARNESS_TEST_ECHOED_KEY" });

        Assert.That(() => wire.AskAsync(wire.Source(endpoint: endpoint)), Throws.TypeOf<UnusableReplyException>().With.Message.Not.Contains("sk-secret-123"));
    }

    [Test]
    public async Task A_reply_that_says_little_is_read_all_the_same()
    {
        await using var wire = await ModelWire.StartAsync(new WireReply("""{"choices":[{"message":{"content":"30 minutes"}}]}"""));

        var answer = await wire.AskAsync(wire.Source());

        Assert.That(answer.Text, Is.EqualTo("30 minutes"));
        Assert.That(answer.Model, Is.EqualTo("m1"));
        Assert.That(answer.Usage, Is.Null);
    }

    [Test]
    public async Task A_call_whose_reply_is_no_answer_is_in_the_log_with_what_it_cost()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.OpenAi("""{"role":"assistant","content":""}""", "content_filter"));
        var clock = new StageClock(TimeProvider.System);

        Assert.That(() => wire.AskAsync(wire.Source(), clock), Throws.TypeOf<UnusableReplyException>());
        Assert.That(clock.Calls.Calls.Single().Usage, Is.EqualTo(new TokenUsage(10, 5)));
    }

    [TestCase("[]", "refusal", "content filter")]
    [TestCase("[]", "max_tokens", "raise max_tokens")]
    [TestCase("""[{"type":"tool_use","id":"t","name":"search","input":{}}]""", "tool_use", "the tool 'search'")]
    public async Task Anthropics_reply_without_an_answer_fails_with_its_reason(string content, string stopReason, string reason)
    {
        await using var wire = await ModelWire.StartAsync(WireReply.Anthropic(content, stopReason));

        Assert.That(() => wire.AskAsync(wire.Source(endpoint: wire.Endpoint("anthropic"))), Throws.TypeOf<UnusableReplyException>().With.Message.Contains(reason));
    }

    [Test]
    public async Task A_body_that_is_no_message_fails_with_its_reason()
    {
        await using var wire = await ModelWire.StartAsync(new WireReply("""{"error":"no"}"""));

        Assert.That(() => wire.AskAsync(wire.Source(endpoint: wire.Endpoint("anthropic"))), Throws.TypeOf<UnusableReplyException>().With.Message.Contains("not of the Messages form"));
    }
}
