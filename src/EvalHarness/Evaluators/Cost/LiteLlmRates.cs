namespace EvalHarness.Evaluators.Cost;

/// <summary>LiteLLM's prices by token as ours by the million.</summary>
internal static class LiteLlmRates
{
    private const decimal Million = 1_000_000;

    /// <param name="hasOutput">Whether the model returns tokens: where it does not, a price of 0 for them says nothing.</param>
    public static PriceEntry Entry(IReadOnlyDictionary<string, decimal> keys, bool hasOutput)
    {
        var output = PerMillion(keys, "output_cost_per_token");
        return new PriceEntry
        {
            Input = PerMillion(keys, "input_cost_per_token"),
            Output = hasOutput || output > 0 ? output : null,
            CacheRead = PerMillion(keys, "cache_read_input_token_cost"),
            CacheWrite = PerMillion(keys, "cache_creation_input_token_cost"),
            CacheWriteHour = PerMillion(keys, "cache_creation_input_token_cost_above_1hr"),
            Reasoning = PerMillion(keys, "output_cost_per_reasoning_token"),
            PerCall = keys.GetValueOrDefault("input_cost_per_request"),
            PerQuery = keys.TryGetValue("input_cost_per_query", out var query) ? query : null,
        };
    }

    public static PriceTierEntry Tier(long above, IReadOnlyDictionary<string, decimal> keys) => new()
    {
        Above = above,
        Input = PerMillion(keys, "input_cost_per_token"),
        Output = PerMillion(keys, "output_cost_per_token"),
        CacheRead = PerMillion(keys, "cache_read_input_token_cost"),
        CacheWrite = PerMillion(keys, "cache_creation_input_token_cost"),
        CacheWriteHour = PerMillion(keys, "cache_creation_input_token_cost_above_1hr"),
        Reasoning = PerMillion(keys, "output_cost_per_reasoning_token"),
    };

    private static decimal? PerMillion(IReadOnlyDictionary<string, decimal> keys, string key) => keys.TryGetValue(key, out var usd) ? usd * Million : null;
}
