using System.ComponentModel.DataAnnotations;

namespace EvalHarness.Pipelines.Endpoints;

/// <summary>How much may be asked of an endpoint at once, whoever asks.</summary>
public sealed record LimitOptions
{
    /// <summary>Calls in flight; absent: adaptive in a run without fixed load, else only the run's own.</summary>
    [Range(1, 1024)]
    public int? Concurrency { get; init; }

    /// <summary>Calls per minute.</summary>
    [Range(1, 10_000_000)]
    public int? Rpm { get; init; }

    /// <summary>Tokens per minute, input and output.</summary>
    [Range(1, 2_000_000_000)]
    public int? Tpm { get; init; }
}
