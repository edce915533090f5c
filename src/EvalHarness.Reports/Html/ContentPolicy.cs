using System.Security.Cryptography;
using System.Text;

namespace EvalHarness.Reports.Html;

/// <summary>What the page may do: run its own script, wear its own style, show images that it carries; nothing else.</summary>
public static class ContentPolicy
{
    /// <param name="loadsRows">Whether it also loads the row files beside it.</param>
    /// <param name="isServed">Whether it comes from a server that it may ask: for itself again, for images, and with its forms.</param>
    public static string For(string script, string style, bool loadsRows, bool isServed = false) => string.Join("; ",
        "default-src 'none'",
        $"script-src {HashOf(script)}{(loadsRows ? " 'self'" : "")}",
        $"style-src {HashOf(style)}",
        $"img-src data:{(isServed ? " 'self'; connect-src 'self'" : "")}",
        "base-uri 'none'",
        $"form-action {(isServed ? "'self'" : "'none'")}");

    private static string HashOf(string source) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(source)))}'";
}
