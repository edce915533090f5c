using EvalHarness.Datasets;

namespace EvalHarness.Drafting.Reviews;

/// <summary>A quote and what stands around it.</summary>
/// <param name="Before">Begins with an ellipsis where more stands before it; empty without the document.</param>
public sealed record QuoteInContext(string Document, string Before, string Quote, string After)
{
    private const int Around = 240;

    /// <param name="corpus">Absent: the quote stands alone.</param>
    public static QuoteInContext Of(GoldEvidence evidence, Corpus? corpus)
    {
        if (corpus?.Find(evidence.Document) is not { } document || document.Find(evidence.Quote) is not { } span)
            return new QuoteInContext(evidence.Document, "", evidence.Quote, "");
        var (from, to) = (Math.Max(0, span.Start - Around), Math.Min(document.Text.Length, span.End + Around));
        return new QuoteInContext(
            evidence.Document,
            $"{(from > 0 ? "…" : "")}{document.Text[from..span.Start]}",
            evidence.Quote,
            $"{document.Text[span.End..to]}{(to < document.Text.Length ? "…" : "")}");
    }
}
