using System.Security.Cryptography;
using System.Text;
using EvalHarness.Stub.Counts;
using Microsoft.AspNetCore.Http;

namespace EvalHarness.Stub;

/// <summary>Reads a request and enters it in the ledger.</summary>
internal static class StubReception
{
    public static async Task<StubReceived> ReceiveAsync(this StubLedger ledger, HttpContext http, TimeProvider time)
    {
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
        return ledger.Arrived(new StubReceived(
            Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()))[..16],
            Try: 0,
            http.Request.Method,
            http.Request.Path,
            http.Request.QueryString.ToString(),
            http.Request.Protocol,
            http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Encoding.UTF8.GetString(bytes.ToArray()),
            time.GetUtcNow()));
    }
}
