using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace EvalHarness.Inputs;

/// <summary>Hides secrets in foreign text, however it writes them: as they are, as in JSON, in an address, in HTML.</summary>
public sealed class SecretMask
{
    private const string Mask = "***";

    // Less hides nothing, and would blot out words.
    private const int Shortest = 4;

    private readonly Regex? pattern;

    public SecretMask(IEnumerable<string> secrets)
    {
        // Longest first: a secret may hold another.
        var written = secrets.Where(s => s.Length >= Shortest).OrderByDescending(s => s.Length).Select(s => string.Concat(s.Select(Written))).ToList();
        if (written.Count > 0)
            pattern = new Regex(string.Join('|', written), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    public string Apply(string text) => pattern?.Replace(text, Mask) ?? text;

    private static string Written(char letter)
    {
        if (char.IsAsciiLetterOrDigit(letter))
            return letter.ToString();
        var code = (int)letter;
        string[] ways =
        [
            $@"\\?{Regex.Escape(letter.ToString())}",
            string.Create(CultureInfo.InvariantCulture, $@"\\u{code:x4}"),
            Regex.Escape(Uri.EscapeDataString(letter.ToString())),
            Regex.Escape(WebUtility.HtmlEncode(letter.ToString())),
            string.Create(CultureInfo.InvariantCulture, $"&\\#(?:{code}|x{code:x});"),
        ];
        return $"(?:{string.Join('|', ways)})";
    }
}
