using Microsoft.AspNetCore.Http;

namespace EvalHarness.Server.Guards;

/// <summary>Nothing here can be changed: only GET and HEAD are answered.</summary>
internal static class MethodGuard
{
    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            return next(context);
        context.Response.Headers.Allow = "GET, HEAD";
        return PageAnswer.ProblemAsync(context, StatusCodes.Status405MethodNotAllowed, "Nothing can be changed here", "These pages are read only: ask with GET or HEAD.");
    }
}
