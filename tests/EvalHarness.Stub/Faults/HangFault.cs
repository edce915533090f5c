using EvalHarness.Stub.Counts;

namespace EvalHarness.Stub.Faults;

/// <summary>Nothing ever comes.</summary>
public sealed record HangFault : Fault
{
    public override async Task<StubOutcome> ApplyAsync(StubExchange exchange)
    {
        await exchange.UntilGoneAsync();
        return StubOutcome.Hang;
    }
}
