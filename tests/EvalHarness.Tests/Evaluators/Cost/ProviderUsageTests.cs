using EvalHarness.Evaluators.Cost;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests.Evaluators.Cost;

/// <summary>What each provider's way of counting comes to, once it is in normal form.</summary>
public sealed class ProviderUsageTests
{
    [Test]
    public void OpenAI_counts_cached_tokens_inside_the_prompt_and_reasoning_inside_the_completion()
    {
        // prompt_tokens 2006, cached_tokens 1920; completion_tokens 300, reasoning_tokens 192.
        var usage = new TokenUsage(2006, 300) { CacheRead = 1920, Reasoning = 192 };

        Assert.That(Usd(new ModelPrice(2.5m, 10m) { CacheReadPerMillion = 1.25m }, usage), Is.EqualTo(((86 * 2.5m) + (1920 * 1.25m) + (300 * 10m)) / 1_000_000));
    }

    [Test]
    public void Azure_counts_as_OpenAI_does_and_a_deployment_without_a_cached_price_is_an_upper_bound()
    {
        var usage = new TokenUsage(1500, 120) { CacheRead = 1024 };

        var priced = PriceTable.Price(new ModelPrice(2.75m, 11m), usage);

        Assert.That(priced, Is.EqualTo(new PricedUsage(((1500 * 2.75m) + (120 * 11m)) / 1_000_000, true)));
    }

    [Test]
    public void Anthropic_counts_caches_beside_the_input_and_in_normal_form_inside_it()
    {
        // input_tokens 50, cache_read_input_tokens 100 000, cache_creation: 5 minutes 1 000, 1 hour 248; output_tokens 393.
        var usage = new TokenUsage(50 + 100_000 + 1_248, 393) { CacheRead = 100_000, CacheWrite = 1_248, CacheWriteHour = 248 };
        var price = new ModelPrice(3m, 15m) { CacheReadPerMillion = 0.3m, CacheWritePerMillion = 3.75m, CacheWriteHourPerMillion = 6m };

        Assert.That(Usd(price, usage), Is.EqualTo(((50 * 3m) + (100_000 * 0.3m) + (1_000 * 3.75m) + (248 * 6m) + (393 * 15m)) / 1_000_000));
    }

    [Test]
    public void Gemini_counts_thoughts_beside_the_candidates_and_prices_a_long_prompt_as_a_whole()
    {
        // promptTokenCount 250 000, cachedContentTokenCount 200 000; candidatesTokenCount 500, thoughtsTokenCount 1 500.
        var usage = new TokenUsage(250_000, 2_000) { CacheRead = 200_000, Reasoning = 1_500 };
        var small = new ModelPrice(1.25m, 10m) { CacheReadPerMillion = 0.125m };
        var price = small with { Tiers = [new PriceTier(200_000, new ModelPrice(2.5m, 15m) { CacheReadPerMillion = 0.25m })] };

        Assert.That(Usd(price, usage), Is.EqualTo(((50_000 * 2.5m) + (200_000 * 0.25m) + (2_000 * 15m)) / 1_000_000));
        Assert.That(Usd(price, usage with { Input = 200_000, CacheRead = 0 }), Is.EqualTo(((200_000 * 1.25m) + (2_000 * 10m)) / 1_000_000));
    }

    [Test]
    public void An_embedding_has_no_output_and_needs_no_price_of_it()
    {
        Assert.That(Usd(new ModelPrice(0.02m, null), new TokenUsage(1_000_000, 0)), Is.EqualTo(0.02m));
        Assert.That(() => Usd(new ModelPrice(0.02m, null), new TokenUsage(10, 5)), Throws.TypeOf<UsageException>().With.Message.Contains("embedding"));
    }

    [Test]
    public void A_re_ranker_is_sold_by_the_query() =>
        Assert.That(Usd(new ModelPrice(null, null) { PerQuery = 0.002m }, new TokenUsage(4_000, 0) { Queries = 3 }), Is.EqualTo(0.006m));

    [Test]
    public void A_search_without_a_price_is_not_free() =>
        Assert.That(() => Usd(new ModelPrice(1m, 1m), new TokenUsage(10, 10) { Queries = 1 }), Throws.TypeOf<UsageException>().With.Message.Contains("searches"));

    [Test]
    public void A_tier_that_only_the_sum_of_several_calls_reaches_is_an_upper_bound()
    {
        var price = new ModelPrice(1m, 1m) { Tiers = [new PriceTier(1_000, new ModelPrice(2m, 2m))] };

        Assert.That(PriceTable.Price(price, new TokenUsage(1_500, 0) { Calls = 2 }), Is.EqualTo(new PricedUsage(0.003m, true)));
        Assert.That(PriceTable.Price(price, new TokenUsage(1_500, 0)).IsUpperBound, Is.False);
    }

    private static decimal Usd(ModelPrice price, TokenUsage usage) => PriceTable.Price(price, usage).CostUsd;
}
