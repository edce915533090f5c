namespace EvalHarness.Pipelines;

/// <summary>Tokens of one answer in normal form: total input contains what was read from or written to a cache, total output contains reasoning.</summary>
public sealed record TokenUsage(long Input, long Output)
{
    public long CacheRead { get; init; }

    public long CacheWrite { get; init; }

    /// <summary>Of what was written, what is kept for an hour rather than minutes.</summary>
    public long CacheWriteHour { get; init; }

    public long Reasoning { get; init; }

    /// <summary>Model calls made for this answer.</summary>
    public int Calls { get; init; } = 1;

    /// <summary>Searches that are billed beside the tokens: a re-ranked query, or a search of the web that the model made.</summary>
    public int Queries { get; init; }
}
