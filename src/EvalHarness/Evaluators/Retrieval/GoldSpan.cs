using EvalHarness.Datasets;

namespace EvalHarness.Evaluators.Retrieval;

/// <summary>A piece of gold evidence, found in the corpus.</summary>
internal sealed record GoldSpan(string Document, TextSpan Span, string Quote)
{
    /// <summary>Overlap decides; of a passage whose place is unknown, whether its text contains the quote.</summary>
    public bool IsIn(Ranked passage) =>
        passage.Document == Document
        && (passage.Span is { } span ? span.Overlaps(Span) : passage.Text?.Contains(Quote, StringComparison.Ordinal) == true);

    /// <summary>Nothing when the corpus does not contain the quote.</summary>
    public static GoldSpan? Find(GoldEvidence evidence, Corpus corpus) =>
        corpus.Find(evidence.Document)?.Find(evidence.Quote) is { } span ? new GoldSpan(evidence.Document, span, evidence.Quote) : null;
}
