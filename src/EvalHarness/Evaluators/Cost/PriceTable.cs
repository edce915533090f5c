using System.Text.Json;
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
    public string Hash { get; } = ContentHash.Of([.. prices.OrderBy(p => p.Key, StringComparer.Ordinal).SelectMany(p => new[] { p.Key, JsonSerializer.Serialize(p.Value) })]);

    /// <summary>The files that it was read from, the one that wins first.</summary>
    public IReadOnlyList<PriceSource> Sources { get; init; } = [];

    public ModelPrice? Find(string model) => prices.GetValueOrDefault(model);

    /// <summary>What a usage in normal form costs.</summary>
    /// <remarks>The tier is that of the input of one request; of several calls only the sum is known, and a tier that it reaches makes an upper bound.</remarks>
    /// <exception cref="UsageException">Its parts are more than its total, or it has output that the model has no price for.</exception>
    public static PricedUsage Price(ModelPrice model, TokenUsage usage)
    {
        var fresh = usage.Input - usage.CacheRead - usage.CacheWrite;
        var plain = usage.Output - usage.Reasoning;
        ThrowUnlessNormal(usage, fresh, plain);
        var price = model.For(usage.Input);
        if (usage.Output > 0 && price is { OutputPerMillion: null, InputPerMillion: not null })
            throw new UsageException($"{usage.Output} tokens came out, and the price has none for output: it is one of an embedding model.");

        var (input, output) = (price.InputPerMillion ?? 0, price.OutputPerMillion ?? 0);
        var write = price.CacheWritePerMillion ?? input;
        var tokens = (fresh * input)
            + (usage.CacheRead * (price.CacheReadPerMillion ?? input))
            + ((usage.CacheWrite - usage.CacheWriteHour) * write)
            + (usage.CacheWriteHour * (price.CacheWriteHourPerMillion ?? write))
            + (plain * output)
            + (usage.Reasoning * (price.ReasoningPerMillion ?? output));
        var isUpperBound = (usage.CacheRead > 0 && price.CacheReadPerMillion is null) || (usage.Calls > 1 && !ReferenceEquals(price, model));
        return new PricedUsage((tokens / Million) + (usage.Calls * price.PerCall) + Queries(price, usage), isUpperBound) { IsLowerBound = LacksWrites(price, usage) };
    }

    // What is sold by the call alone lacks no price of tokens.
    private static bool LacksWrites(ModelPrice price, TokenUsage usage) => price.InputPerMillion is not null
        && ((usage.CacheWrite > usage.CacheWriteHour && price.CacheWritePerMillion is null) || (usage.CacheWriteHour > 0 && price.CacheWriteHourPerMillion is null));

    private static decimal Queries(ModelPrice price, TokenUsage usage) => usage.Queries == 0
        ? 0
        : usage.Queries * (price.PerQuery ?? throw new UsageException($"{usage.Queries} searches were made, and the model has no price for them."));

    private static void ThrowUnlessNormal(TokenUsage usage, long fresh, long plain)
    {
        if (fresh < 0)
            throw new UsageException($"{usage.CacheRead} + {usage.CacheWrite} cached tokens in an input of {usage.Input}: total input must contain them.");
        if (usage.CacheWriteHour > usage.CacheWrite)
            throw new UsageException($"{usage.CacheWriteHour} tokens cached for an hour of {usage.CacheWrite} that were cached: the total must contain them.");
        if (plain < 0)
            throw new UsageException($"{usage.Reasoning} reasoning tokens in an output of {usage.Output}: total output must contain them.");
    }
}
