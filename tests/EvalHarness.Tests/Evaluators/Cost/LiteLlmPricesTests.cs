using EvalHarness.Evaluators.Cost;
using EvalHarness.Inputs;

namespace EvalHarness.Tests.Evaluators.Cost;

public sealed class LiteLlmPricesTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void SetUp() => folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => folder.Dispose();

    [Test]
    public void Prices_by_token_become_prices_by_the_million()
    {
        var entry = Read("""{"m": {"mode": "chat", "max_tokens": 8192, "input_cost_per_token": 1.5e-07, "output_cost_per_token": 6e-07, "cache_read_input_token_cost": 7.5e-08, "cache_creation_input_token_cost": 1.875e-07, "cache_creation_input_token_cost_above_1hr": 3e-07, "output_cost_per_reasoning_token": 7e-07}}""").Models["m"];

        Assert.That(entry, Is.EqualTo(new PriceEntry { Input = 0.15m, Output = 0.6m, CacheRead = 0.075m, CacheWrite = 0.1875m, CacheWriteHour = 0.3m, Reasoning = 0.7m, Tiers = entry.Tiers }));
        Assert.That(entry.Tiers, Is.Empty);
    }

    [Test]
    public void Prices_of_larger_requests_become_tiers_however_they_are_written()
    {
        var imported = Read("""
            {"by-key": {"mode": "chat", "input_cost_per_token": 1.25e-06, "output_cost_per_token": 1e-05, "input_cost_per_token_above_200k_tokens": 2.5e-06, "output_cost_per_token_above_200k_tokens": 1.5e-05, "cache_creation_input_token_cost_above_1hr_above_200k_tokens": 1.2e-05},
             "by-range": {"mode": "chat", "tiered_pricing": [{"range": [0, 32000], "input_cost_per_token": 1e-06, "output_cost_per_token": 5e-06}, {"range": [32000, 128000], "input_cost_per_token": 2e-06, "output_cost_per_token": 6e-06}]}}
            """);

        Assert.That(imported.Models["by-key"].Tiers, Is.EqualTo(new[] { new PriceTierEntry { Above = 200_000, Input = 2.5m, Output = 15m, CacheWriteHour = 12m } }));
        Assert.That((imported.Models["by-range"].Input, imported.Models["by-range"].Output), Is.EqualTo((1m, 5m)));
        Assert.That(imported.Models["by-range"].Tiers, Is.EqualTo(new[] { new PriceTierEntry { Above = 32_000, Input = 2m, Output = 6m } }));
    }

    [Test]
    public void Batch_flex_and_priority_become_models_of_their_own()
    {
        var models = Read("""
            {"m": {"mode": "chat", "input_cost_per_token": 2e-06, "output_cost_per_token": 8e-06, "cache_read_input_token_cost": 1e-06,
                   "input_cost_per_token_batches": 1e-06, "output_cost_per_token_batches": 4e-06,
                   "input_cost_per_token_flex": 1.1e-06, "output_cost_per_token_flex": 4.1e-06, "cache_read_input_token_cost_flex": 5e-07,
                   "input_cost_per_token_priority": 3e-06, "output_cost_per_token_priority": 9e-06}}
            """).Models;

        Assert.That(models.Keys, Is.EqualTo(new[] { "m", "m:batch", "m:flex", "m:priority" }));
        Assert.That((models["m:batch"].Input, models["m:batch"].Output, models["m:batch"].CacheRead), Is.EqualTo((1m, 4m, (decimal?)null)));
        Assert.That(models["m:flex"].CacheRead, Is.EqualTo(0.5m));
    }

    [Test]
    public void Embedding_re_ranking_and_search_have_prices_of_their_kind()
    {
        var models = Read("""
            {"embed": {"mode": "embedding", "input_cost_per_token": 2e-08, "output_cost_per_token": 0.0},
             "by-query": {"mode": "rerank", "input_cost_per_query": 0.002, "input_cost_per_token": 0.0},
             "by-token": {"mode": "rerank", "input_cost_per_token": 5e-08},
             "searching": {"mode": "chat", "input_cost_per_token": 1e-06, "output_cost_per_token": 1e-06, "search_context_cost_per_query": {"search_context_size_low": 0.01, "search_context_size_medium": 0.01, "search_context_size_high": 0.01}}}
            """).Models;

        Assert.That((models["embed"].Input, models["embed"].Output), Is.EqualTo((0.02m, (decimal?)null)));
        Assert.That(models["by-query"].PerQuery, Is.EqualTo(0.002m));
        Assert.That((models["by-token"].Input, models["by-token"].Output), Is.EqualTo((0.05m, (decimal?)null)));
        Assert.That(models["searching"].PerQuery, Is.EqualTo(0.01m));
    }

    [TestCase("""{"mode": "image_generation", "output_cost_per_image": 0.04}""", "output_cost_per_image has no place in a price table|no price by token, call or query (mode image_generation)")]
    [TestCase("""{"mode": "chat", "input_cost_per_token": 1e-06}""", "no price of output")]
    [TestCase("""{"mode": "chat", "input_cost_per_token": 0.0, "output_cost_per_token": 0.0}""", "all its prices are 0, which may mean unknown: write it into a price table of your own if it is free")]
    [TestCase("""{"mode": "chat", "input_cost_per_token": "cheap", "output_cost_per_token": -1}""", "input_cost_per_token is no price: cheap|output_cost_per_token is no price: -1|no price by token, call or query (mode chat)")]
    [TestCase("""[1]""", "it is no object of prices")]
    public void What_is_not_taken_over_is_told(string odd, string reasons)
    {
        var imported = Read($$"""{"sample_spec": {"mode": "one of: chat"}, "good": {"mode": "chat", "input_cost_per_token": 1e-06, "output_cost_per_token": 1e-06}, "odd": {{odd}}}""");

        Assert.That(imported.Models.Keys, Is.EqualTo(new[] { "good" }));
        Assert.That(imported.Left, Is.EqualTo(reasons.Split('|').Select(r => new LeftPrice("odd", r))));
    }

    [Test]
    public void A_variant_without_an_output_price_is_left_and_the_model_is_not()
    {
        var imported = Read("""{"m": {"mode": "chat", "input_cost_per_token": 1e-06, "output_cost_per_token": 1e-06, "input_cost_per_audio_token": 3e-06, "input_cost_per_token_batches": 5e-07}}""");

        Assert.That(imported.Models.Keys, Is.EqualTo(new[] { "m" }));
        Assert.That(imported.Left, Is.EqualTo(new[] { new LeftPrice("m", "input_cost_per_audio_token has no place in a price table"), new LeftPrice("m:batch", "no price of output for the variant") }));
    }

    [Test]
    public void A_model_that_is_not_there_is_an_error_that_names_the_nearest() =>
        Assert.That(
            () => LiteLlmPrices.Read(folder.Write("p.json", """{"gpt-4o-mini": {"mode": "chat", "input_cost_per_token": 1e-06, "output_cost_per_token": 1e-06}}"""), ["gpt-4o-mnii"]),
            Throws.TypeOf<InputException>().With.Message.Contains("Did you mean 'gpt-4o-mini'?"));

    [Test]
    public void What_is_written_reads_back_as_the_same_prices()
    {
        var imported = Read("""
            {"odd \"name\": x": {"mode": "chat", "input_cost_per_token": 1.25e-06, "output_cost_per_token": 1e-05, "input_cost_per_request": 0.005, "input_cost_per_token_above_200k_tokens": 2.5e-06, "cache_read_input_token_cost": 3.1e-07},
             "by-query": {"mode": "rerank", "input_cost_per_query": 0.002}}
            """);
        var file = new PriceFile { Date = "2026-11-23", Source = "LiteLLM: a \"file\" # x", ImportedHash = new string('a', 64), Currency = "USD", Models = imported.Models };

        var table = PriceFile.Read(folder.Write("prices.litellm.yaml", PriceFileText.Of(file)));

        var price = table.Find("odd \"name\": x")!;
        Assert.That((price.InputPerMillion, price.OutputPerMillion, price.CacheReadPerMillion, price.PerCall), Is.EqualTo((1.25m, 10m, 0.31m, 0.005m)));
        Assert.That((price.Tiers.Single().AboveTokens, price.Tiers.Single().Price.InputPerMillion, price.Tiers.Single().Price.OutputPerMillion), Is.EqualTo((200_000L, 2.5m, 10m)));
        Assert.That(table.Find("by-query")!.PerQuery, Is.EqualTo(0.002m));
        Assert.That(table.Sources.Single(), Is.EqualTo(new PriceSource("prices.litellm.yaml", "2026-11-23", "LiteLLM: a \"file\" # x", ContentHash.OfFile(folder["prices.litellm.yaml"]))));
    }

    private ImportedPrices Read(string json) => LiteLlmPrices.Read(folder.Write("model_prices_and_context_window.json", json), []);
}
