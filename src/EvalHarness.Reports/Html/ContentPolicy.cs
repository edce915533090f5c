using System.Security.Cryptography;
using System.Text;

namespace EvalHarness.Reports.Html;

/// <summary>What the page may do: run its own script, wear its own style, show images that it carries; nothing else.</summary>
public static class ContentPolicy
{
    /// <param name="loadsRows">Whether it also loads the row files beside it.</param>
    public static string For(string script, string style, bool loadsRows) => string.Join("; ",
        "default-src 'none'",
        $"script-src {HashOf(script)}{(loadsRows ? " 'self'" : "")}",
        $"style-src {HashOf(style)}",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'");

    private static string HashOf(string source) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(source)))}'";
}
