using EvalHarness.Stub;
using EvalHarness.Stub.Counts;
using EvalHarness.Stub.Faults;

namespace EvalHarness.Tests.Wire;

/// <summary>A gateway's page with 200 that shows the headers it was sent, so many characters from its start.</summary>
internal sealed record SignInPageFault(int Offset) : Fault
{
    public override async Task<StubOutcome> ApplyAsync(StubExchange exchange)
    {
        await exchange.SendAsync(StubResponse.Html($"<!doctype html>{new string('.', Offset)}{exchange.Headers}"));
        return StubOutcome.Of(200);
    }
}
