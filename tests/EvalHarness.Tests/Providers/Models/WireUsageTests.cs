using EvalHarness.Pipelines;

namespace EvalHarness.Tests.Providers.Models;

/// <summary>The usage of every provider, as it stands in a reply, in normal form.</summary>
internal sealed class WireUsageTests
{
    private const string OpenAi = """{"prompt_tokens":100,"completion_tokens":50,"total_tokens":150,"prompt_tokens_details":{"cached_tokens":40,"audio_tokens":0},"completion_tokens_details":{"reasoning_tokens":20,"audio_tokens":0,"accepted_prediction_tokens":0,"rejected_prediction_tokens":0}}""";

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
    public async Task A_reply_that_says_nothing_of_usage_leaves_it_unknown()
    {
        Assert.That(await UsageAsync("openai", WireReply.OpenAi(usage: "null")), Is.Null);
    }

    private static async Task<TokenUsage?> UsageAsync(string provider, WireReply reply)
    {
        await using var wire = await ModelWire.StartAsync(reply);
        var clock = new StageClock(TimeProvider.System);

        var answer = await wire.AskAsync(wire.Source(endpoint: wire.Endpoint(provider)), clock);

        Assert.That(clock.Calls.Calls.Single().Usage, Is.EqualTo(answer.Usage));
        return answer.Usage;
    }
}
