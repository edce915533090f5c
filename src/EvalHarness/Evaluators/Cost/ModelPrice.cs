namespace EvalHarness.Evaluators.Cost;

/// <summary>What a model's tokens cost, in USD per million tokens.</summary>
/// <param name="InputPerMillion">Fresh input.</param>
public sealed record ModelPrice(decimal InputPerMillion, decimal OutputPerMillion)
{
    /// <summary>Input read from a cache; unknown is priced as fresh input, which is an upper bound.</summary>
    public decimal? CacheReadPerMillion { get; init; }

    /// <summary>Input written to a cache; unknown is priced as fresh input, which is a lower bound where writing costs more.</summary>
    public decimal? CacheWritePerMillion { get; init; }

    /// <summary>Reasoning output; priced as other output when absent.</summary>
    public decimal? ReasoningPerMillion { get; init; }

    /// <summary>USD for each call, whatever its size.</summary>
    public decimal PerCall { get; init; }
}
