namespace EvalHarness.Providers.Endpoints;

/// <summary>A failed try, understood.</summary>
/// <param name="Status">As in <see cref="Pipelines.Endpoints.Try"/>.</param>
/// <param name="Reason">One line without secrets.</param>
internal sealed record Failure(string Status, string Reason)
{
    /// <summary>Trying again may help.</summary>
    public bool IsRetried { get; init; }

    /// <summary>No call can succeed until somebody mends something.</summary>
    public HardFault? Hard { get; init; }

    /// <summary>The endpoint took fewer calls than it was sent.</summary>
    public bool IsRefusal { get; init; }

    /// <summary>How long the endpoint asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public string? Code { get; init; }

    public string? Address { get; init; }
}
