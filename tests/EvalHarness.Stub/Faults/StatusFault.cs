using EvalHarness.Stub.Counts;

namespace EvalHarness.Stub.Faults;

/// <summary>An error by its HTTP status.</summary>
public sealed record StatusFault(int Code) : Fault
{
    public RetryAfter RetryAfter { get; init; } = RetryAfter.None;

    public string? Message { get; init; }

    /// <summary>Where the client is told to go.</summary>
    public string? Location { get; init; }

    public override async Task<StubOutcome> ApplyAsync(StubExchange exchange)
    {
        if (RetryAfter.Header is { } header)
            exchange.SetHeader(header, RetryAfter.Value(exchange.Now));
        if (Location is not null)
            exchange.SetHeader("Location", Location);
        await exchange.SendAsync(exchange.Error(Code, Message));
        return StubOutcome.Of(Code);
    }
}
