using Microsoft.AspNetCore.Http;

namespace EvalHarness.Server.Guards;

/// <summary>A request that goes wrong unexpectedly is told as such, and the server goes on.</summary>
internal sealed class BugGuard(Action<string> say)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The reader has gone.
        }
#pragma warning disable CA1031 // The outermost place of a request: nobody expected it, and others still read.
        catch (Exception exception) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            say($"This is a bug in evalharness: {context.Request.Path}: {exception}");
            await PageAnswer.ProblemAsync(context, StatusCodes.Status500InternalServerError, "This is a bug in evalharness", "What happened stands in the terminal of evalharness serve.");
        }
    }
}
