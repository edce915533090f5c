using System.Globalization;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Cost;

/// <summary>Prices by model name. An unknown model has no price, never a price of 0.</summary>
public sealed class PriceTable(IReadOnlyDictionary<string, ModelPrice> prices)
{
    private const decimal Million = 1_000_000;

    /// <summary>Every price is unknown.</summary>
    public static PriceTable Empty { get; } = new(new Dictionary<string, ModelPrice>());

    /// <summary>Over names and prices, whatever their order.</summary>
    public string Hash { get; } = ContentHash.Of([.. prices.OrderBy(p => p.Key, StringComparer.Ordinal).SelectMany(p => new[] { p.Key, Written(p.Value) })]);

    public ModelPrice? Find(string model) => prices.GetValueOrDefault(model);

    /// <summary>What a usage in normal form costs.</summary>
    /// <exception cref="UsageException">More was read from or written to a cache than came in, or more reasoned than came out: the usage is not in normal form.</exception>
    public static PricedUsage Price(ModelPrice price, TokenUsage usage)
    {
        var fresh = usage.Input - usage.CacheRead - usage.CacheWrite;
        var plain = usage.Output - usage.Reasoning;
        if (fresh < 0)
            throw new UsageException($"{usage.CacheRead} + {usage.CacheWrite} cached tokens in an input of {usage.Input}: total input must contain them.");
        if (plain < 0)
            throw new UsageException($"{usage.Reasoning} reasoning tokens in an output of {usage.Output}: total output must contain them.");

        var tokens = (fresh * price.InputPerMillion)
            + (usage.CacheRead * (price.CacheReadPerMillion ?? price.InputPerMillion))
            + (usage.CacheWrite * (price.CacheWritePerMillion ?? price.InputPerMillion))
            + (plain * price.OutputPerMillion)
            + (usage.Reasoning * (price.ReasoningPerMillion ?? price.OutputPerMillion));
        return new PricedUsage((tokens / Million) + (usage.Calls * price.PerCall), usage.CacheRead > 0 && price.CacheReadPerMillion is null);
    }

    private static string Written(ModelPrice price) => string.Create(
        CultureInfo.InvariantCulture,
        $"{price.InputPerMillion:G29}/{price.OutputPerMillion:G29}/{price.CacheReadPerMillion:G29}/{price.CacheWritePerMillion:G29}/{price.ReasoningPerMillion:G29}/{price.PerCall:G29}");
}
