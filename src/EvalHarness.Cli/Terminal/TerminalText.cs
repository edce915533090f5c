using System.Globalization;
using System.Text;

namespace EvalHarness.Cli.Terminal;

/// <summary>Text from data, made harmless for a terminal.</summary>
internal static class TerminalText
{
    /// <summary>What could steer a terminal or reorder a line becomes visible as <c>\u001b</c>; line breaks and tabs stay.</summary>
    public static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            _ = IsHarmless(text, i) ? safe.Append(text[i]) : safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}");
        return safe.ToString();
    }

    // A carriage return alone would write over what stands in the line.
    private static bool IsHarmless(string text, int at) => text[at] switch
    {
        '\n' or '\t' => true,
        '\r' => at + 1 < text.Length && text[at + 1] == '\n',
        var c => !char.IsControl(c) && !IsBidirectional(c),
    };

    private static bool IsBidirectional(char c) => c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\u200e' or '\u200f' or '\u061c';
}
