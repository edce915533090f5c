using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EvalHarness.Evaluators.Judges;

/// <summary>Makes text of strangers harmless for a prompt: it stays readable, and nothing in it is unseen or has a meaning for a chat template.</summary>
public static partial class JudgeText
{
    private const int LongestExcerpt = 200;

    /// <summary>One line for a reason in a report.</summary>
    public static string Excerpt(string text)
    {
        var line = string.Join(' ', Visible(text).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return line.Length <= LongestExcerpt ? line : $"{line[..LongestExcerpt]}…";
    }

    /// <summary>Lines as data: each begins with <c>| </c>, whichever line break it came with.</summary>
    public static string Data(string text) => string.Join('\n', Visible(text).Split('\n').Select(line => $"| {line}"));

    /// <summary>Every line break as <c>\n</c>; what cannot be seen written out, as in <c>[U+202E]</c>; marks of chat templates broken by a space.</summary>
    public static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in LineBreak().Replace(text, "\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !IsUnseen(rune))
                visible.Append(rune);
            else
                visible.Append(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]");
        }

        return TemplateMark().Replace(visible.ToString(), mark => mark.Value[0] + " " + mark.Value[1..]);
    }

    // Joiners are left where scripts and emoji need them.
    private static bool IsUnseen(Rune rune) => IsBlank(rune.Value) || (rune.Value is not (0x200C or 0x200D)
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    // Variation selectors, fillers and joiners that are marks or letters by their category and draw nothing; VS16 makes emoji.
    private static bool IsBlank(int value) =>
        value is (>= 0xFE00 and <= 0xFE0E) or (>= 0xE0100 and <= 0xE01EF) or 0x034F or (>= 0x180B and <= 0x180F) or 0x115F or 0x1160 or 0x3164 or 0xFFA0;

    [GeneratedRegex("\r\n|[\r\u000B\u000C\u0085\u2028\u2029]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"<\||\|>|<\uFF5C|\uFF5C>|</?think>|\[/?[A-Z_]{3,}\]|</?s>|\[/?INST\]|<</?SYS>>|</?(?:start|end)_of_turn>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TemplateMark();
}
