using EvalHarness.Server.Files;
using Microsoft.AspNetCore.Http;

namespace EvalHarness.Server.Guards;

/// <summary>What browsers are told with every answer: take nothing for what it is not said to be, tell nobody, show it in no other page.</summary>
internal static class SafetyHeaders
{
    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PagePolicy.Nothing;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "private, no-cache";
        return next(context);
    }
}
