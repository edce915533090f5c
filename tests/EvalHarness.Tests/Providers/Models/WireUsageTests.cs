using EvalHarness.Evaluators.Cost;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Chat;

namespace EvalHarness.Tests.Providers.Models;

/// <summary>The usage of every provider, as it stands in a reply, in normal form.</summary>
internal sealed class WireUsageTests
{
    private const string OpenAi = """{"prompt_tokens":100,"completion_tokens":50,"total_tokens":150,"prompt_tokens_details":{"cached_tokens":40,"audio_tokens":0},"completion_tokens_details":{"reasoning_tokens":20,"audio_tokens":0,"accepted_prediction_tokens":0,"rejected_prediction_tokens":0}}""";
    private const string AnthropicServer = """{"input_tokens":10,"cache_creation_input_tokens":100,"cache_creation":{"ephemeral_5m_input_tokens":70,"ephemeral_1h_input_tokens":30},"cache_read_input_tokens":1000,"output_tokens":7,"server_tool_use":{"web_search_requests":2,"web_fetch_requests":1},"service_tier":"standard"}""";

    [Test]
    public async Task OpenAI_counts_cached_tokens_within_the_input_and_reasoning_within_the_output()
    {
        Assert.That(await UsageAsync("openai", WireReply.OpenAi(usage: OpenAi)), Is.EqualTo(new TokenUsage(100, 50) { CacheRead = 40, Reasoning = 20 }));
    }

    [Test]
    public async Task Azure_counts_as_OpenAI_does()
    {
        Assert.That(await UsageAsync("azure-openai", WireReply.OpenAi(usage: OpenAi)), Is.EqualTo(new TokenUsage(100, 50) { CacheRead = 40, Reasoning = 20 }));
    }

    [Test]
    public async Task A_small_server_counts_input_and_output_alone()
    {
        Assert.That(await UsageAsync("openai", WireReply.OpenAi(usage: """{"prompt_tokens":12,"completion_tokens":3,"total_tokens":15}""")), Is.EqualTo(new TokenUsage(12, 3)));
    }

    [Test]
    public async Task Gemini_leaves_reasoning_out_of_the_output_and_puts_it_into_the_total()
    {
        Assert.That(await UsageAsync("openai", WireReply.OpenAi(usage: """{"prompt_tokens":100,"completion_tokens":30,"total_tokens":200}""")), Is.EqualTo(new TokenUsage(100, 100) { Reasoning = 70 }));
    }

    [Test]
    public async Task Anthropic_counts_cached_tokens_beside_the_input()
    {
        var reply = WireReply.Anthropic(usage: """{"input_tokens":10,"cache_creation_input_tokens":100,"cache_read_input_tokens":1000,"output_tokens":7}""");

        Assert.That(await UsageAsync("anthropic", reply), Is.EqualTo(new TokenUsage(1110, 7) { CacheRead = 1000, CacheWrite = 100 }));
    }

    [Test]
    public async Task Anthropic_says_which_cached_tokens_are_kept_for_an_hour_and_how_often_it_searched_the_web()
    {
        Assert.That(
            await UsageAsync("anthropic", WireReply.Anthropic(usage: AnthropicServer)),
            Is.EqualTo(new TokenUsage(1110, 7) { CacheRead = 1000, CacheWrite = 100, CacheWriteHour = 30, Queries = 2 }));
    }

    [Test]
    public async Task Anthropics_stream_says_it_at_its_start()
    {
        var reply = WireReply.AnthropicStream(
            ("message_start", $$$"""{"type":"message_start","message":{"id":"msg","type":"message","role":"assistant","model":"claude-2026","content":[],"stop_reason":null,"stop_sequence":null,"usage":{{{AnthropicServer}}}}}"""),
            ("content_block_start", """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}"""),
            ("content_block_delta", """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"30 minutes"}}"""),
            ("content_block_stop", """{"type":"content_block_stop","index":0}"""),
            ("message_delta", """{"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":9,"server_tool_use":{"web_search_requests":2,"web_fetch_requests":1}}}"""),
            ("message_stop", """{"type":"message_stop"}"""));

        Assert.That(
            await UsageAsync("anthropic", reply, stream: true),
            Is.EqualTo(new TokenUsage(1110, 9) { CacheRead = 1000, CacheWrite = 100, CacheWriteHour = 30, Queries = 2 }));
    }

    [Test]
    public async Task What_Anthropic_counts_is_priced_to_the_last_token()
    {
        var usage = await UsageAsync("anthropic", WireReply.Anthropic(usage: AnthropicServer));

        // Prices of a large model, USD per million: 10 fresh, 1,000 read, 70 for minutes, 30 for an hour, 7 out; two searches at 0.01.
        var price = new ModelPrice(3, 15) { CacheReadPerMillion = 0.3m, CacheWritePerMillion = 3.75m, CacheWriteHourPerMillion = 6, PerQuery = 0.01m };
        Assert.That(PriceTable.Price(price, usage!), Is.EqualTo(new PricedUsage(0.0208775m, false)));
    }

    [Test]
    public async Task A_reply_that_says_nothing_of_usage_leaves_it_unknown()
    {
        Assert.That(await UsageAsync("openai", WireReply.OpenAi(usage: "null")), Is.Null);
    }

    private static async Task<TokenUsage?> UsageAsync(string provider, WireReply reply, bool stream = false)
    {
        await using var wire = await ModelWire.StartAsync(reply);
        var clock = new StageClock(TimeProvider.System);

        var answer = await wire.AskAsync(wire.Source(new ModelOptions { Endpoint = "here", Name = "m1", Stream = stream }, wire.Endpoint(provider)), clock);

        Assert.That(clock.Calls.Calls.Single().Usage, Is.EqualTo(answer.Usage));
        return answer.Usage;
    }
}
