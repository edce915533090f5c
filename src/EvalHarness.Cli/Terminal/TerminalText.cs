using System.Text;

namespace EvalHarness.Cli.Terminal;

/// <summary>Text from data, made harmless for a terminal.</summary>
internal static class TerminalText
{
    /// <summary>Control characters, but for line breaks and tabs, become visible as <c>\u001b</c>.</summary>
    public static string Safe(string text)
    {
        if (!text.Any(IsControl))
            return text;
        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
            _ = IsControl(c) ? safe.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : safe.Append(c);
        return safe.ToString();
    }

    private static bool IsControl(char c) => char.IsControl(c) && c is not ('\n' or '\t' or '\r');
}
