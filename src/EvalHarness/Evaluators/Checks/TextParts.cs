using System.Text.RegularExpressions;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Checks;

/// <summary>Counts what people count in a text.</summary>
internal static partial class TextParts
{
    /// <summary>Runs of letters and digits; inner apostrophes and hyphens belong to a word, and so do inner marks of numbers.</summary>
    public static IReadOnlyList<string> Words(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    public static int WordCount(string text) => Word().Count(text);

    /// <summary>Sentences, and lines without a mark at their end: headings, list items.</summary>
    public static int SentenceCount(string text) => SentenceSplitter.Split(text).Count(s => text[s.Start..s.End].Any(char.IsLetterOrDigit));

    /// <summary>The parts between dividers that hold something.</summary>
    /// <param name="divider">A blank line when absent.</param>
    public static IReadOnlyList<string> Paragraphs(string text, string? divider = null) =>
        [.. (divider is null ? BlankLine().Split(text) : text.Split(divider)).Select(p => p.Trim()).Where(p => p.Length > 0)];

    [GeneratedRegex(@"\n[ \t\r]*\n", RegexOptions.None, 1000)]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"[\p{L}\p{N}\p{M}]+(?:['’\-‑.,/][\p{L}\p{N}\p{M}]+)*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
