using System.Text;
using System.Text.RegularExpressions;

namespace EvalHarness.Server.Files;

/// <summary>The policy that a page carries, to be sent as a header too: there it also holds where a browser frames the page.</summary>
internal static partial class PagePolicy
{
    /// <summary>For what is no page, and for a page that carries none: it shows text and does nothing.</summary>
    public const string Nothing = "default-src 'none'; sandbox; frame-ancestors 'none'";

    // It is the second line of every page of ours.
    private const int Start = 4096;

    public static string Of(string html) => Carried().Match(html[..Math.Min(Start, html.Length)]) is { Success: true } carried
        ? $"{carried.Groups["policy"].Value}; frame-ancestors 'none'"
        : Nothing;

    public static async Task<string> OfFileAsync(string file, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(file, Encoding.UTF8);
        var start = new char[Start];
        return Of(new string(start, 0, await reader.ReadBlockAsync(start, cancellationToken)));
    }

    [GeneratedRegex("<meta http-equiv=\"Content-Security-Policy\" content=\"(?<policy>default-src 'none'[ !#-~]*)\">", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Carried();
}
