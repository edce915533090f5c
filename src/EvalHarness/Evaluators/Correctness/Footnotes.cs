using System.Text.RegularExpressions;

namespace EvalHarness.Evaluators.Correctness;

/// <summary>Footnote figures that copying leaves behind words: <c>Shostakovich1.</c></summary>
internal static partial class Footnotes
{
    public static string RemoveFrom(string text) => Figure().Replace(text, "");

    // Behind three small letters: H2O, MI5 and Fab4 keep theirs.
    [GeneratedRegex(@"(?<=\p{Ll}{4})\d{1,2}(?=[\s.,;:)”""]|$)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Figure();
}
