using EvalHarness.Stub.Counts;

namespace EvalHarness.Stub.Faults;

/// <summary>The connection is closed in the middle of the answer.</summary>
public sealed record ResetMidStreamFault : Fault
{
    public override async Task<StubOutcome> ApplyAsync(StubExchange exchange)
    {
        var answered = await exchange.AnswerAsync();
        await exchange.SendHalfAsync(answered.Response);
        exchange.Reset();
        return StubOutcome.Reset;
    }
}
