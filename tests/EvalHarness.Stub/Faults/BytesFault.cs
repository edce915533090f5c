using EvalHarness.Stub.Counts;

namespace EvalHarness.Stub.Faults;

/// <summary>Other bytes than the answer's: nobody can read them, so they count as no answer.</summary>
public sealed record BytesFault(Func<StubResponse, StubResponse> Change) : Fault
{
    public override async Task<StubOutcome> ApplyAsync(StubExchange exchange)
    {
        var answered = await exchange.AnswerAsync();
        await exchange.SendAsync(Change(answered.Response));
        return StubOutcome.Of(answered.Response.Status);
    }
}
