using System.Text.Json.Nodes;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Chat;

namespace EvalHarness.Tests.Providers.Models;

internal sealed class OpenAiProtocolTests
{
    private static readonly ModelOptions Plain = new() { Endpoint = "here", Name = "m1" };

    private const string Schema = """{"type":"object","properties":{"answer":{"type":"string"}},"required":["answer"],"additionalProperties":false}""";

    [Test]
    public async Task A_model_without_options_is_sent_its_name_and_the_messages_alone()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.OpenAi());

        await wire.AskAsync(wire.Source());

        Assert.That(wire.Request.Target, Is.EqualTo("/v1/chat/completions"));
        Assert.That(
            wire.Request.Json.ToJsonString(),
            Is.EqualTo("""{"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"How long?"}],"model":"m1"}"""));
    }

    [Test]
    public async Task Sampling_options_are_sent_and_the_repetition_is_added_to_the_seed()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.OpenAi());
        var model = Plain with { Seed = 40, Temperature = 0.7f, TopP = 0.9f, MaxTokens = 200 };

        await wire.AskAsync(wire.Source(model), new StageClock(TimeProvider.System, repeat: 2));

        var sent = wire.Request;
        Assert.That(sent.Field("seed"), Is.EqualTo("42"));
        Assert.That(sent.Field("temperature"), Is.EqualTo("0.7"));
        Assert.That(sent.Field("top_p"), Is.EqualTo("0.9"));
        Assert.That(sent.Field("max_completion_tokens"), Is.EqualTo("200"));
        Assert.That(sent.Field("max_tokens"), Is.Null);
    }

    [Test]
    public async Task An_older_server_is_sent_the_older_field_alone()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.OpenAi());

        await wire.AskAsync(wire.Source(Plain with { MaxTokens = 200, MaxTokensField = "max_tokens" }));

        Assert.That(wire.Request.Field("max_tokens"), Is.EqualTo("200"));
        Assert.That(wire.Request.Field("max_completion_tokens"), Is.Null);
    }

    [Test]
    public async Task Further_fields_are_sent_as_they_are_and_win()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.OpenAi());
        var extra = JsonNode.Parse("""{"top_k":40,"chat_template_kwargs":{"enable_thinking":false},"stop":["\n"],"a.b":null,"temperature":0.2,"name":"Grüße"}""")!.AsObject();

        await wire.AskAsync(wire.Source(Plain with { ExtraBody = extra, Temperature = 1 }));

        foreach (var (name, value) in extra)
            Assert.That(wire.Request.Field(name), Is.EqualTo(value?.ToJsonString() ?? "null"), name);
    }

    [Test]
    public async Task Json_object_is_asked_for_without_a_schema()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.OpenAi());

        await wire.AskAsync(wire.Source(Plain with { ResponseFormat = "json_object" }), schema: Schema);

        Assert.That(wire.Request.Field("response_format"), Is.EqualTo("""{"type":"json_object"}"""));
    }

    [Test]
    public async Task Json_schema_sends_the_answer_schema_and_is_strict()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.OpenAi());

        await wire.AskAsync(wire.Source(Plain with { ResponseFormat = "json_schema" }), schema: Schema);

        var format = wire.Request.Json["response_format"]!;
        Assert.That(format["type"]!.GetValue<string>(), Is.EqualTo("json_schema"));
        Assert.That(format["json_schema"]!["strict"]!.GetValue<bool>(), Is.True);
        Assert.That(JsonNode.DeepEquals(format["json_schema"]!["schema"], JsonNode.Parse(Schema)), Is.True, format.ToJsonString());
    }

    [Test]
    public async Task A_reply_without_a_format_asked_for_is_sent_no_schema()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.OpenAi());

        await wire.AskAsync(wire.Source(), schema: Schema);

        Assert.That(wire.Request.Field("response_format"), Is.Null);
    }

    [Test]
    public async Task The_key_and_the_headers_come_from_the_environment()
    {
        Environment.SetEnvironmentVariable("EVALHARNESS_TEST_OPENAI_KEY", "k-1234");
        Environment.SetEnvironmentVariable("EVALHARNESS_TEST_OPENAI_TEAM", "blue");
        await using var wire = await ModelWire.StartAsync(WireReply.OpenAi());
        var endpoint = wire.Endpoint(change: o => o with
        {
            KeyEnv = "EVALHARNESS_TEST_OPENAI_KEY",
            Headers = new Dictionary<string, string> { ["X-Team"] = "team-${EVALHARNESS_TEST_OPENAI_TEAM}" },
        });

        await wire.AskAsync(wire.Source(endpoint: endpoint));

        Assert.That(wire.Request.Headers["Authorization"], Is.EqualTo("Bearer k-1234"));
        Assert.That(wire.Request.Headers["X-Team"], Is.EqualTo("team-blue"));
    }

    [Test]
    public async Task A_server_without_keys_needs_no_variable()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.OpenAi());

        var answer = await wire.AskAsync(wire.Source());

        Assert.That(answer.Text, Is.EqualTo("30 minutes"));
        Assert.That(wire.Request.Headers["Authorization"], Is.EqualTo("Bearer none"));
    }

    [Test]
    public async Task The_answer_names_the_model_that_replied_or_the_one_it_is_priced_as()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.OpenAi());

        var replied = await wire.AskAsync(wire.Source());
        var priced = await wire.AskAsync(wire.Source(Plain with { PriceAs = "big-model" }));

        Assert.That(replied.Model, Is.EqualTo("m1-2026"));
        Assert.That(priced.Model, Is.EqualTo("big-model"));
    }

    [Test]
    public async Task The_outermost_wrapper_sees_the_call_log_and_no_provider_does()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.OpenAi());
        var clock = new StageClock(TimeProvider.System);

        await wire.AskAsync(wire.Source(), clock);

        Assert.That(clock.Calls.Calls.Single().Kind, Is.EqualTo("chat"));
        Assert.That(clock.Calls.Calls.Single().Model, Is.EqualTo("m1-2026"));
        Assert.That(wire.Request.Body, Does.Not.Contain("evalharness"));
    }
}
