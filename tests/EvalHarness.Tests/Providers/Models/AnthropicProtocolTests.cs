using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Pipelines.Chat;

namespace EvalHarness.Tests.Providers.Models;

internal sealed class AnthropicProtocolTests
{
    private static readonly ModelOptions Plain = new() { Endpoint = "here", Name = "claude" };

    [TestCase("")]
    [TestCase("/v1")]
    [TestCase("/v1/")]
    public async Task A_model_is_asked_over_the_messages_api(string path)
    {
        await using var wire = await ModelWire.StartAsync(WireReply.Anthropic());

        var answer = await wire.AskAsync(wire.Source(Plain, wire.Endpoint("anthropic", path)));

        Assert.That(answer.Text, Is.EqualTo("30 minutes"));
        Assert.That(answer.FinishReason, Is.EqualTo("stop"));
        Assert.That(answer.Model, Is.EqualTo("claude-2026"));
        Assert.That(wire.Request.Target, Is.EqualTo("/v1/messages"));
        Assert.That(wire.Request.Field("system"), Is.EqualTo("""[{"type":"text","text":"Be brief."}]"""));
        Assert.That(wire.Request.Field("messages"), Is.EqualTo("""[{"role":"user","content":[{"type":"text","text":"How long?"}]}]"""));
        Assert.That(wire.Request.Field("max_tokens"), Is.EqualTo("4096"));
    }

    [Test]
    public async Task Sampling_options_and_further_fields_are_sent()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.Anthropic());
        var extra = JsonNode.Parse("""{"top_k":5,"metadata":{"user_id":"u"}}""")!.AsObject();

        await wire.AskAsync(wire.Source(Plain with { Temperature = 0.7f, TopP = 0.9f, MaxTokens = 33, ExtraBody = extra }, wire.Endpoint("anthropic")));

        var sent = wire.Request;
        Assert.That(sent.Field("model"), Is.EqualTo("\"claude\""));
        Assert.That(sent.Field("temperature"), Is.EqualTo("0.7"));
        Assert.That(sent.Field("top_p"), Is.EqualTo("0.9"));
        Assert.That(sent.Field("max_tokens"), Is.EqualTo("33"));
        Assert.That(sent.Field("top_k"), Is.EqualTo("5"));
        Assert.That(sent.Field("metadata"), Is.EqualTo("""{"user_id":"u"}"""));
    }

    [Test]
    public async Task Json_schema_becomes_the_output_format()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.Anthropic());

        await wire.AskAsync(
            wire.Source(Plain with { ResponseFormat = "json_schema" }, wire.Endpoint("anthropic")),
            schema: """{"type":"object","properties":{"answer":{"type":"string"}},"required":["answer"]}""");

        Assert.That(
            wire.Request.Field("output_config"),
            Is.EqualTo("""{"format":{"type":"json_schema","schema":{"type":"object","properties":{"answer":{"type":"string"}},"required":["answer"],"additionalProperties":false}}}"""));
    }

    [Test]
    public async Task A_whole_corpus_is_marked_as_worth_caching()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.Anthropic());
        var corpus = new Corpus("2026", "hash", [new Document("a", "A", null, "Text of a.")]);

        await wire.AskAsync(wire.Source(Plain, wire.Endpoint("anthropic")), new ChatPrompt("Be brief.") { Documents = ChatPrompt.WholeCorpus(corpus) });

        var system = wire.Request.Json["system"]![0]!;
        Assert.That(system["cache_control"]!.ToJsonString(), Is.EqualTo("""{"type":"ephemeral"}"""));
        Assert.That(system["text"]!.GetValue<string>(), Does.StartWith("<passage document=\"a\"").And.EndWith("Be brief."));
    }

    [Test]
    public async Task The_headers_of_the_endpoint_are_sent()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.Anthropic());
        var endpoint = wire.Endpoint("anthropic", change: o => o with { Headers = new Dictionary<string, string> { ["anthropic-beta"] = "one" } });

        await wire.AskAsync(wire.Source(Plain, endpoint));

        Assert.That(wire.Request.Headers["anthropic-beta"], Is.EqualTo("one"));
    }

    [Test]
    public async Task A_seed_is_refused_because_the_protocol_has_none()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.Anthropic());

        var problem = wire.Provider("anthropic").Check(wire.Source(Plain with { Seed = 1 }, wire.Endpoint("anthropic")), "pipeline 'p'");

        Assert.That($"{problem}", Is.EqualTo("pipeline 'p': seed: Anthropic's protocol has none. Leave it out; run.repeats shows how answers vary."));
    }
}
