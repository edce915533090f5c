using EvalHarness.Stub.Counts;
using Microsoft.AspNetCore.Http;

namespace EvalHarness.Stub;

/// <summary>What no API serves; counted, so that a wrong path shows.</summary>
internal sealed class StubNowhere(StubOptions options, StubLedger ledger)
{
    public async Task HandleAsync(HttpContext http)
    {
        var received = await ledger.ReceiveAsync(http, options.Time);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        await http.Response.WriteAsync("nothing is served here");
        ledger.Ended(received.Path, StubOutcome.Of(404));
    }
}
