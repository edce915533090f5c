using EvalHarness.Stub.Counts;

namespace EvalHarness.Stub.Faults;

/// <summary>The connection is closed before anything is sent.</summary>
public sealed record ResetBeforeHeadersFault : Fault
{
    public override Task<StubOutcome> ApplyAsync(StubExchange exchange)
    {
        exchange.Reset();
        return Task.FromResult(StubOutcome.Reset);
    }
}
