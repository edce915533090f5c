namespace EvalHarness.Providers.Services;

/// <summary>Server-sent events: the answer comes in pieces.</summary>
public sealed record StreamSettings
{
    /// <summary>A JSON path: where in an event the next piece of the answer stands. Events without it carry something else.</summary>
    public required string Delta { get; init; }

    /// <summary>The data that ends the stream, and a stream that ends without it is cut short; absent: <c>[DONE]</c>, and it may be missing.</summary>
    public string? Done { get; init; }
}
