namespace EvalHarness.Pipelines;

/// <summary>Tokens of one answer in normal form: total input contains what was read from or written to a cache, total output contains reasoning.</summary>
public sealed record TokenUsage(long Input, long Output)
{
    public long CacheRead { get; init; }

    public long CacheWrite { get; init; }

    public long Reasoning { get; init; }

    /// <summary>Model calls made for this answer.</summary>
    public int Calls { get; init; } = 1;
}
