using System.Net;
using System.Text.Encodings.Web;

namespace EvalHarness.Inputs;

/// <summary>The ways in which a secret may stand in foreign text: as it is, in JSON, in an address, in HTML.</summary>
public static class SecretForms
{
    // Less hides nothing, and would blot out words.
    private const int Shortest = 4;

    /// <summary>Longest first: a secret may hold another.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> secrets) =>
        [.. secrets.Where(s => s.Length >= Shortest).SelectMany(Forms).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(s => s.Length)];

    private static string[] Forms(string secret) =>
    [
        secret,
        JavaScriptEncoder.Default.Encode(secret),
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret),
        secret.Replace("/", "\\/", StringComparison.Ordinal),
        Uri.EscapeDataString(secret),
        WebUtility.HtmlEncode(secret),
    ];
}
