namespace EvalHarness.Providers.Services;

/// <summary>Where token counts stand, as JSON paths; in normal form: input contains cached ones, output contains reasoning.</summary>
public sealed record UsagePaths
{
    public required string Input { get; init; }

    public required string Output { get; init; }

    public string? CacheRead { get; init; }

    public string? CacheWrite { get; init; }

    public string? Reasoning { get; init; }

    internal IEnumerable<(string Key, string? Path)> All() =>
    [
        ("reply.usage.input", Input),
        ("reply.usage.output", Output),
        ("reply.usage.cache_read", CacheRead),
        ("reply.usage.cache_write", CacheWrite),
        ("reply.usage.reasoning", Reasoning),
    ];
}
