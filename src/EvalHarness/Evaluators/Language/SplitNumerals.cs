using System.Text.RegularExpressions;

namespace EvalHarness.Evaluators.Language;

/// <summary>Closes the gaps that tokenisers and scanners leave in numerals: <c>26, 000</c>, <c>$ 1. 7 million</c>.</summary>
internal static partial class SplitNumerals
{
    /// <summary>The same text, of the same length: the blank moves behind the numeral.</summary>
    public static string Close(string text) => Gap().IsMatch(text) ? Gap().Replace(text, gap => gap.Value.Replace(" ", "", StringComparison.Ordinal) + " ") : text;

    [GeneratedRegex(@"(?<![\d.,])\d{1,3}, \d{3}(?![\d,])|(?<=[$€£] ?)\d{1,3}\. \d{1,2}(?!\d)|(?<![\d.,])\d{1,3}\. \d{1,2}(?= (?:million|billion|trillion|per|percent|miles|km|metres|meters|years|points)\b)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gap();
}
