using System.Text.RegularExpressions;

namespace EvalHarness.Datasets;

/// <summary>One article of a corpus.</summary>
/// <param name="Updated">The date in its front matter; absent when it has none.</param>
/// <param name="Text">The body without front matter; passages and evidence count characters in it (UTF-16).</param>
public sealed record Document(string Id, string Title, DateOnly? Updated, string Text)
{
    /// <summary>Where a quote stands, or nothing when the document does not contain it; the empty quote is the whole document.</summary>
    public TextSpan? Find(string quote) => quote.Length == 0 ? new TextSpan(0, Text.Length) :
        Text.IndexOf(quote, StringComparison.Ordinal) is var start and >= 0 ? new TextSpan(start, start + quote.Length) : null;

    /// <summary>The document's own words where a quote differs from them in white space alone; nothing otherwise.</summary>
    internal string? FindWithOtherSpaces(string quote)
    {
        var words = quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var pattern = string.Join(@"\s+", words.Select(Regex.Escape));
        var match = Regex.Match(Text, pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        return words.Length > 0 && match.Success ? match.Value : null;
    }
}
