using System.Text.RegularExpressions;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Checks;

/// <summary>Counts what people count in a text.</summary>
internal static partial class TextParts
{
    /// <summary>Runs of letters and digits; inner apostrophes and hyphens belong to a word, and so do inner marks of numbers.</summary>
    public static IReadOnlyList<string> Words(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    public static int WordCount(string text) => Word().Count(text);

    /// <summary>Sentences, and what stands apart without a mark at its end: headings, list items, the last line of a paragraph. Other line breaks are as good as spaces.</summary>
    public static int SentenceCount(string text)
    {
        var unwrapped = SoftBreak().Replace(text, " ");
        return SentenceSplitter.Split(unwrapped).Count(s => unwrapped[s.Start..s.End].Any(char.IsLetterOrDigit));
    }

    /// <summary>The parts between dividers that hold something.</summary>
    /// <param name="divider">A blank line when absent.</param>
    public static IReadOnlyList<string> Paragraphs(string text, string? divider = null) =>
        [.. (divider is null ? BlankLine().Split(text) : text.Split(divider)).Select(p => p.Trim()).Where(p => p.Length > 0)];

    [GeneratedRegex(@"(?<![\r\n]|(?:^|\n)[ \t]*\#[^\n]*)\r?\n(?![ \t\r]*(?:\n|[-*+#>|]|\d+[.)]|$))", RegexOptions.None, 1000)]
    private static partial Regex SoftBreak();

    [GeneratedRegex(@"\n[ \t\r]*\n", RegexOptions.None, 1000)]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"[\p{L}\p{N}\p{M}]+(?:['’\-‑.,/][\p{L}\p{N}\p{M}]+)*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
