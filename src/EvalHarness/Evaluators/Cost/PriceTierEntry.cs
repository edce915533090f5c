namespace EvalHarness.Evaluators.Cost;

/// <summary>Prices of larger requests as the file has them; what it leaves out costs what it does below.</summary>
public sealed record PriceTierEntry
{
    /// <summary>Tokens of input above which it counts, for the whole request.</summary>
    public required long Above { get; init; }

    public decimal? Input { get; init; }

    public decimal? Output { get; init; }

    public decimal? CacheRead { get; init; }

    public decimal? CacheWrite { get; init; }

    public decimal? CacheWriteHour { get; init; }

    public decimal? Reasoning { get; init; }

    /// <param name="below">The prices of smaller requests.</param>
    public PriceTier Tier(ModelPrice below) => new(Above, below with
    {
        InputPerMillion = Input ?? below.InputPerMillion,
        OutputPerMillion = Output ?? below.OutputPerMillion,
        CacheReadPerMillion = CacheRead ?? below.CacheReadPerMillion,
        CacheWritePerMillion = CacheWrite ?? below.CacheWritePerMillion,
        CacheWriteHourPerMillion = CacheWriteHour ?? below.CacheWriteHourPerMillion,
        ReasoningPerMillion = Reasoning ?? below.ReasoningPerMillion,
        Tiers = [],
    });
}
