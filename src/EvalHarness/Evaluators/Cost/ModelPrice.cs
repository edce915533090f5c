namespace EvalHarness.Evaluators.Cost;

/// <summary>What a model's tokens cost, in USD per million tokens.</summary>
/// <param name="InputPerMillion">Fresh input; absent for what is sold by the call or query alone.</param>
/// <param name="OutputPerMillion">Absent for an embedding or re-ranking model, which returns no tokens.</param>
public sealed record ModelPrice(decimal? InputPerMillion, decimal? OutputPerMillion)
{
    /// <summary>Input read from a cache; unknown is priced as fresh input, which is an upper bound.</summary>
    public decimal? CacheReadPerMillion { get; init; }

    /// <summary>Input written to a cache; unknown is priced as fresh input, which is a lower bound where writing costs more.</summary>
    public decimal? CacheWritePerMillion { get; init; }

    /// <summary>Input written to a cache for an hour; priced as any other write when absent.</summary>
    public decimal? CacheWriteHourPerMillion { get; init; }

    /// <summary>Reasoning output; priced as other output when absent.</summary>
    public decimal? ReasoningPerMillion { get; init; }

    /// <summary>USD for each call, whatever its size.</summary>
    public decimal PerCall { get; init; }

    /// <summary>USD for each search: a re-ranked query, or a search of the web that a model made.</summary>
    public decimal? PerQuery { get; init; }

    /// <summary>Prices of larger requests, the smallest first.</summary>
    public IReadOnlyList<PriceTier> Tiers { get; init; } = [];

    /// <summary>The prices of a request with so many tokens of input.</summary>
    public ModelPrice For(long input) => Tiers.LastOrDefault(t => input > t.AboveTokens)?.Price ?? this;
}
