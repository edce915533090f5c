using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace EvalHarness.Server.Guards;

/// <summary>Lets in who knows the token: with each request as a bearer, or once in the address, from then on by a cookie of this server's life.</summary>
/// <param name="token">Absent when everybody is let in.</param>
internal sealed class TokenGuard(string? token)
{
    private const string Bearer = "Bearer ";

    private readonly string session = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (token is null)
            return next(context);
        if (context.Request.Query["token"].ToString() is { Length: > 0 } given && AreEqual(given, token))
            return WelcomeAsync(context);
        if (AreEqual(BearerOf(context.Request), token) || AreEqual(context.Request.Cookies[CookieOf(context)] ?? "", session))
            return next(context);
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return PageAnswer.ProblemAsync(context, StatusCodes.Status401Unauthorized, "A token is needed", "Open the address once with ?token= and the token at its end, or send it as Authorization: Bearer.");
    }

    // The page leads on by itself: after a redirect, a browser that came from another site would leave the strict cookie out.
    private Task WelcomeAsync(HttpContext context)
    {
        context.Response.Cookies.Append(CookieOf(context), session, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", Secure = context.Request.IsHttps });
        context.Response.Headers.CacheControl = "no-store";
        var address = WebUtility.HtmlEncode($"{context.Request.Path.ToUriComponent()}");
        return PageAnswer.PlainAsync(context, $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"0;url={address}\"><title>Welcome</title></head><body><p><a href=\"{address}\">Go on</a></p></body></html>");
    }

    // Browsers share cookies between the ports of a machine.
    private static string CookieOf(HttpContext context) => $"evalharness-{context.Connection.LocalPort}";

    private static string BearerOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : "";

    // In fixed time, whatever the lengths.
    private static bool AreEqual(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(one)), SHA256.HashData(Encoding.UTF8.GetBytes(other)));
}
