using EvalHarness.Evaluators.Cost;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests.Evaluators.Cost;

public sealed class PriceTableTests
{
    [TestCase(null, null, 0, true)]
    [TestCase(1.25, null, 0, false)]
    [TestCase(1.25, null, 40, true)]
    [TestCase(1.25, 2.0, 100, false)]
    public void Tokens_written_to_a_cache_without_a_price_of_their_own_make_a_lower_bound(double? write, double? hour, int forAnHour, bool isLowerBound)
    {
        var price = new ModelPrice(1m, 10m) { CacheWritePerMillion = (decimal?)write, CacheWriteHourPerMillion = (decimal?)hour };

        var priced = PriceTable.Price(price, new TokenUsage(200, 10) { CacheWrite = 100, CacheWriteHour = forAnHour });

        Assert.That((priced.IsLowerBound, priced.IsUpperBound), Is.EqualTo((isLowerBound, false)));
    }

    [Test]
    public void Cached_input_is_counted_once()
    {
        var usage = new TokenUsage(262_960, 1_744) { CacheRead = 257_955 };

        Assert.That(PriceTable.Price(new ModelPrice(2.5m, 15m) { CacheReadPerMillion = 0.3125m }, usage).CostUsd, Is.EqualTo(0.1192834375m));
        Assert.That(PriceTable.Price(new ModelPrice(1.25m, 10m) { CacheReadPerMillion = 0.625m }, usage).CostUsd, Is.EqualTo(0.184918125m));
    }

    [Test]
    public void Every_part_of_the_normal_form_has_its_price()
    {
        var price = new ModelPrice(1m, 10m) { CacheReadPerMillion = 0.1m, CacheWritePerMillion = 1.25m, ReasoningPerMillion = 20m, PerCall = 0.01m };
        var usage = new TokenUsage(1_000_000, 200_000) { CacheRead = 300_000, CacheWrite = 100_000, Reasoning = 50_000, Calls = 2 };

        Assert.That(PriceTable.Price(price, usage), Is.EqualTo(new PricedUsage(0.6m + 0.03m + 0.125m + 1.5m + 1m + 0.02m, false)));
    }

    [Test]
    public void Cached_input_without_a_price_makes_an_upper_bound()
    {
        var priced = PriceTable.Price(new ModelPrice(1m, 1m), new TokenUsage(1_000_000, 0) { CacheRead = 500_000 });

        Assert.That(priced, Is.EqualTo(new PricedUsage(1m + 0m, true)));
    }

    [Test]
    public void Reasoning_without_a_price_costs_what_other_output_does() =>
        Assert.That(PriceTable.Price(new ModelPrice(0m, 10m), new TokenUsage(0, 1_000_000) { Reasoning = 400_000 }).CostUsd, Is.EqualTo(10m));

    [Test]
    public void More_cached_than_came_in_is_an_error() =>
        Assert.That(() => PriceTable.Price(new ModelPrice(1m, 1m), new TokenUsage(10, 0) { CacheRead = 11 }), Throws.TypeOf<UsageException>().With.Message.Contains("11").And.Message.Contains("10"));

    [Test]
    public void More_reasoning_than_came_out_is_an_error() =>
        Assert.That(() => PriceTable.Price(new ModelPrice(1m, 1m), new TokenUsage(0, 10) { Reasoning = 11 }), Throws.TypeOf<UsageException>());

    [Test]
    public void The_hash_knows_prices_and_not_their_order()
    {
        var (a, b) = (new ModelPrice(1m, 2m), new ModelPrice(3m, 4m));

        Assert.That(new PriceTable(new Dictionary<string, ModelPrice> { ["a"] = a, ["b"] = b }).Hash, Is.EqualTo(new PriceTable(new Dictionary<string, ModelPrice> { ["b"] = b, ["a"] = a }).Hash));
        Assert.That(new PriceTable(new Dictionary<string, ModelPrice> { ["a"] = a }).Hash, Is.Not.EqualTo(new PriceTable(new Dictionary<string, ModelPrice> { ["a"] = b }).Hash));
    }
}
