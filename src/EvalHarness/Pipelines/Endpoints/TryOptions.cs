using System.ComponentModel.DataAnnotations;

namespace EvalHarness.Pipelines.Endpoints;

/// <summary>How patiently an endpoint is called.</summary>
public sealed record TryOptions
{
    /// <summary>Tries of one call, the first included.</summary>
    [Range(1, 100)]
    public int Count { get; init; } = 5;

    /// <summary>All tries and waits of one call, in seconds.</summary>
    [Range(0.01, 86400)]
    public double TotalSeconds { get; init; } = 120;

    /// <summary>One try, in seconds.</summary>
    [Range(0.01, 86400)]
    public double TrySeconds { get; init; } = 60;

    /// <summary>The wait before the second try, in seconds; it doubles from there, with jitter.</summary>
    [Range(0.001, 600)]
    public double FirstWaitSeconds { get; init; } = 0.5;

    /// <summary>The longest wait that a server may ask for, in seconds.</summary>
    [Range(0.001, 3600)]
    public double LongestWaitSeconds { get; init; } = 60;

    /// <summary>Hard failures in a row (a bad key, an unknown host or model) after which the endpoint is not called again; of an unknown or forbidden model, that model.</summary>
    [Range(1, 1000)]
    public int HardFailures { get; init; } = 3;
}
