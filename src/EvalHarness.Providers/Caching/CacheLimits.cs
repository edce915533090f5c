namespace EvalHarness.Providers.Caching;

/// <summary>How much the response cache keeps, and for how long.</summary>
public sealed record CacheLimits
{
    /// <summary>All replies together, in bytes; beyond it those go that were not used for longest.</summary>
    public long Bytes { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Since the reply was made.</summary>
    public TimeSpan Age { get; init; } = TimeSpan.FromDays(30);
}
