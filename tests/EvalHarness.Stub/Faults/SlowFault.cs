using EvalHarness.Stub.Counts;

namespace EvalHarness.Stub.Faults;

/// <summary>The first byte comes late.</summary>
public sealed record SlowFault(TimeSpan Wait) : Fault
{
    public override async Task<StubOutcome> ApplyAsync(StubExchange exchange)
    {
        await exchange.WaitAsync(Wait);
        return await exchange.ReplyAsync();
    }
}
