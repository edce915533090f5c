using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Providers.Endpoints;

/// <summary>A call to an endpoint failed: with a status that is no success, on the way, or in reading the reply.</summary>
/// <remarks>Thrown by an endpoint's HTTP client for each failed try, and by <see cref="Endpoint.CallAsync"/> once no try is left; neither message nor reason holds a secret.</remarks>
public sealed class EndpointException(string message, string status, string reason, Exception? inner = null) : Exception(message, inner), IEndpointFailure
{
    /// <summary>As in <see cref="Pipelines.Endpoints.Try"/>: the HTTP status, or <c>timeout</c>, <c>reset</c>, <c>truncated</c>, <c>unreadable</c>, <c>unreachable</c>.</summary>
    public string Status => status;

    /// <summary>What the endpoint or the network said: one line of at most 300 characters.</summary>
    public string Reason => reason;

    /// <summary>What the endpoint itself calls the error, as in <c>insufficient_quota</c>.</summary>
    public string? Code { get; init; }

    /// <summary>How long the endpoint asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <inheritdoc cref="IEndpointFailure.Mend"/>
    public string? Mend { get; init; }

    /// <inheritdoc cref="IEndpointFailure.IsOutage"/>
    public bool IsOutage { get; init; }

    /// <summary>Where the call went, without query and user.</summary>
    public string? Address { get; init; }
}
