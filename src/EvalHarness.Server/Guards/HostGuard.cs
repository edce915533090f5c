using System.Net;
using Microsoft.AspNetCore.Http;

namespace EvalHarness.Server.Guards;

/// <summary>Answers only to the address that was asked, or a name that was allowed: another site's name that points here (DNS rebinding) gets nothing.</summary>
internal sealed class HostGuard(IReadOnlyList<string> allowed)
{
    private const int Http = 80;

    public Task InvokeAsync(HttpContext context, RequestDelegate next) => IsOurs(context)
        ? next(context)
        : PageAnswer.ProblemAsync(context, StatusCodes.Status421MisdirectedRequest, "Nobody of that name is here", "Open the address that evalharness serve printed, or allow the name with --host.");

    private bool IsOurs(HttpContext context)
    {
        var (asked, here) = (context.Request.Host, context.Connection);
        if (!asked.HasValue || here.LocalIpAddress is null)
            return false;
        if (allowed.Contains(asked.Host, StringComparer.OrdinalIgnoreCase))
            return true;
        var local = here.LocalIpAddress.IsIPv4MappedToIPv6 ? here.LocalIpAddress.MapToIPv4() : here.LocalIpAddress;
        return (asked.Port ?? Http) == here.LocalPort
            && (IPAddress.TryParse(asked.Host, out var address) ? address.Equals(local) : IPAddress.IsLoopback(local) && asked.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase));
    }
}
