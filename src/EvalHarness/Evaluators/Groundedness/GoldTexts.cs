using EvalHarness.Datasets;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>Gold evidence as texts that claims can be held against.</summary>
internal static class GoldTexts
{
    /// <summary>The quote in its place, or the document by paragraph; of a quote without a corpus the quote; nothing when it cannot be found.</summary>
    public static IReadOnlyList<EvidenceText> Of(GoldEvidence gold, Corpus? corpus)
    {
        if (corpus is null)
            return gold.Quote.Length == 0 ? [] : [new EvidenceText(gold.Document, "", gold.Quote, Offset: null)];
        if (corpus.Find(gold.Document) is not { } document || document.Find(gold.Quote) is not { } span)
            return [];
        return gold.Quote.Length == 0 ? [.. Paragraphs.Of(document)] : [new EvidenceText(document.Id, document.Title, gold.Quote, span.Start)];
    }
}
