using System.Text.RegularExpressions;
using EvalHarness.Datasets;

namespace EvalHarness.Nightly.Gold;

/// <summary>Finds a quote again after its article was edited: as it is, with other spaces, case or punctuation, or in the one other document that has it.</summary>
/// <remarks>Words must be the same and in the same order: a sentence that says another number is not the same evidence.</remarks>
public sealed partial class EvidenceAnchor(Corpus corpus)
{
    private const int LongestShown = 80;

    /// <returns>Where it stands now; absent when it is stale, with the reason.</returns>
    public (GoldEvidence? Found, string? Why) Find(GoldEvidence evidence)
    {
        var document = corpus.Find(evidence.Document);
        if (document?.Find(evidence.Quote) is not null)
            return (evidence, null);
        if (document is not null && SameWords(document, evidence.Quote) is { } quote)
            return (evidence with { Quote = quote }, null);
        if (evidence.Quote.Length > 0 && Elsewhere(evidence.Quote) is { } moved)
            return (moved, null);
        return (null, document is null ? $"the document '{evidence.Document}' is gone" : $"'{evidence.Document}' no longer says \"{Shown(evidence.Quote)}\"");
    }

    // Two documents that say it are no place.
    private GoldEvidence? Elsewhere(string quote)
    {
        GoldEvidence[] places = [.. corpus.Documents.Where(d => d.Find(quote) is not null).Take(2).Select(d => new GoldEvidence(d.Id, quote))];
        return places.Length == 1 ? places[0] : null;
    }

    private static string? SameWords(Document document, string quote)
    {
        string[] words = [.. Word().Matches(quote).Select(m => Regex.Escape(m.Value))];
        if (words.Length == 0)
            return null;
        var match = Regex.Match(document.Text, $@"\b{string.Join(@"[^\p{L}\p{N}]+", words)}\b[.!?]?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        return match.Success ? match.Value : null;
    }

    private static string Shown(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
