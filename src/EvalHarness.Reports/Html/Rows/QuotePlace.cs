using EvalHarness.Datasets;

namespace EvalHarness.Reports.Html.Rows;

/// <summary>A quote and the paragraphs of its document in which it stands, as far as they fit.</summary>
internal sealed record QuotePlace(string Quote, string Around)
{
    /// <summary>More text on either side helps nobody to check a claim.</summary>
    private const int MostAround = 240;

    private const string Gap = "\n\n";

    public static QuotePlace In(string text, TextSpan span)
    {
        var before = span.Start == 0 ? -1 : text.LastIndexOf(Gap, span.Start - 1, StringComparison.Ordinal);
        var after = text.IndexOf(Gap, span.End, StringComparison.Ordinal);
        var (first, last) = (before < 0 ? 0 : Math.Min(before + Gap.Length, span.Start), after < 0 ? text.Length : after);
        var (from, to) = (Math.Max(first, AtWord(text, span.Start - MostAround)), Math.Min(last, AtWord(text, span.End + MostAround)));
        return new QuotePlace(text[span.Start..span.End], $"{(from > first ? "… " : "")}{text[from..to].Trim()}{(to < last ? " …" : "")}");
    }

    /// <summary>The next blank from here on, so that no word is cut.</summary>
    private static int AtWord(string text, int place)
    {
        while (place > 0 && place < text.Length && !char.IsWhiteSpace(text[place]))
            place++;
        return Math.Clamp(place, 0, text.Length);
    }
}
