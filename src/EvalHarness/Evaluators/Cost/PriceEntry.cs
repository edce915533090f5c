namespace EvalHarness.Evaluators.Cost;

/// <summary>One model's prices as the file has them: USD per million tokens, per call and per query.</summary>
public sealed record PriceEntry
{
    public decimal? Input { get; init; }

    public decimal? Output { get; init; }

    public decimal? CacheRead { get; init; }

    public decimal? CacheWrite { get; init; }

    public decimal? CacheWriteHour { get; init; }

    public decimal? Reasoning { get; init; }

    public decimal PerCall { get; init; }

    public decimal? PerQuery { get; init; }

    public IReadOnlyList<PriceTierEntry> Tiers { get; init; } = [];

    public string? Source { get; init; }

    public string? Note { get; init; }

    public ModelPrice Price()
    {
        var smallest = new ModelPrice(Input, Output)
        {
            CacheReadPerMillion = CacheRead,
            CacheWritePerMillion = CacheWrite,
            CacheWriteHourPerMillion = CacheWriteHour,
            ReasoningPerMillion = Reasoning,
            PerCall = PerCall,
            PerQuery = PerQuery,
        };
        return smallest with { Tiers = [.. Tiers.OrderBy(t => t.Above).Aggregate(new List<PriceTier>(), (tiers, t) => [.. tiers, t.Tier(tiers.LastOrDefault()?.Price ?? smallest)])] };
    }
}
