using System.ComponentModel.DataAnnotations;

namespace EvalHarness.Runs;

/// <summary>How a dataset is replayed.</summary>
public sealed record RunOptions
{
    /// <summary>Samples in flight at once. Compare latencies only between runs where it is equal.</summary>
    [Range(1, 1024)]
    public int Concurrency { get; init; } = 8;

    /// <summary>Answers per sample and pipeline.</summary>
    [Range(1, 1000)]
    public int Repeats { get; init; } = 1;

    /// <summary>What a pipeline may take for one sample, in seconds; a timeout is a failed trace of at least this latency.</summary>
    [Range(0.01, 86400)]
    public double TimeoutSeconds { get; init; } = 120;

    /// <summary>Calls per pipeline before the first that counts; they are not recorded.</summary>
    [Range(0, 100)]
    public int WarmUp { get; init; } = 2;

    /// <summary>Seeds the order of pipelines within a sample, and which rows a limit keeps.</summary>
    public int Seed { get; init; } = 1;
}
