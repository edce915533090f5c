namespace EvalHarness.Evaluators.Cost;

/// <summary>One model's prices as the file has them: USD per million tokens, and per call.</summary>
public sealed record PriceEntry
{
    public required decimal Input { get; init; }

    public required decimal Output { get; init; }

    public decimal? CacheRead { get; init; }

    public decimal? CacheWrite { get; init; }

    public decimal? Reasoning { get; init; }

    public decimal PerCall { get; init; }

    public string? Source { get; init; }

    public string? Note { get; init; }

    public ModelPrice Price() => new(Input, Output)
    {
        CacheReadPerMillion = CacheRead,
        CacheWritePerMillion = CacheWrite,
        ReasoningPerMillion = Reasoning,
        PerCall = PerCall,
    };
}
