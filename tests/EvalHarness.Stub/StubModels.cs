using System.Text.Json.Nodes;
using EvalHarness.Stub.Counts;
using Microsoft.AspNetCore.Http;

namespace EvalHarness.Stub;

/// <summary>The list of models.</summary>
internal sealed class StubModels(StubOptions options, StubLedger ledger)
{
    public async Task HandleAsync(HttpContext http)
    {
        var received = await ledger.ReceiveAsync(http, options.Time);
        await http.Response.WriteAsync(new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. (options.Models ?? []).Select(m => new JsonObject { ["id"] = m, ["object"] = "model", ["owned_by"] = "stub" })]),
        }.ToJsonString());
        ledger.Ended(received.Path, StubOutcome.Of(200));
    }
}
