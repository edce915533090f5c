using EvalHarness.Stub.Counts;
using Microsoft.AspNetCore.Http;

namespace EvalHarness.Stub;

/// <summary>Is told things and replies with a status alone: a deployment's webhook.</summary>
internal sealed class StubHook(StubOptions options, StubLedger ledger)
{
    public async Task HandleAsync(HttpContext http)
    {
        var received = await ledger.ReceiveAsync(http, options.Time);
        if (options.Delay > TimeSpan.Zero)
            await Task.Delay(options.Delay, options.Time, http.RequestAborted);
        http.Response.StatusCode = options.Hook?.Invoke(received.Body) ?? StatusCodes.Status204NoContent;
        ledger.Ended(received.Path, StubOutcome.Of(http.Response.StatusCode));
    }
}
