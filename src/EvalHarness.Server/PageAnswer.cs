using EvalHarness.Reports.Live;
using EvalHarness.Server.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace EvalHarness.Server;

/// <summary>Answers with pages and files.</summary>
internal static class PageAnswer
{
    /// <summary>A page, under the policy that it carries.</summary>
    public static Task PageAsync(HttpContext context, string html, int status = StatusCodes.Status200OK)
    {
        context.Response.Headers.ContentSecurityPolicy = PagePolicy.Of(html);
        context.Response.StatusCode = status;
        return PlainAsync(context, html);
    }

    public static Task ProblemAsync(HttpContext context, int status, string title, string text) => PageAsync(context, ProblemPage.Of(title, text), status);

    /// <summary>Under the policy that everything has.</summary>
    public static Task PlainAsync(HttpContext context, string html)
    {
        context.Response.ContentType = FileTypes.Html;
        return context.Response.WriteAsync(html, context.RequestAborted);
    }

    public static async Task FileAsync(HttpContext context, string file)
    {
        var type = FileTypes.Of(file)!;
        if (type == FileTypes.Html)
            context.Response.Headers.ContentSecurityPolicy = await PagePolicy.OfFileAsync(file, context.RequestAborted);
        var info = new FileInfo(file);
        var tag = new EntityTagHeaderValue(FormattableString.Invariant($"\"{info.LastWriteTimeUtc.Ticks:x}-{info.Length:x}\""));
        // A browser's PDF viewer does not start under the policy: it is saved.
        var saved = info.Extension == ".pdf" ? info.Name : null;
        await TypedResults.PhysicalFile(file, type, saved, lastModified: new DateTimeOffset(info.LastWriteTimeUtc), entityTag: tag, enableRangeProcessing: true).ExecuteAsync(context);
    }
}
