using EvalHarness.Datasets;
using EvalHarness.Evaluators.Judges;

namespace EvalHarness.Drafting;

/// <summary>Holds what a model drafted to the words of the documents: a quote that is not in its document refuses the draft.</summary>
/// <remarks>Where white space alone differs, as at a folded line, the document's own words are taken.</remarks>
internal static class DraftAnchors
{
    public static Draft Anchored(Draft draft, DraftReply reply, DraftSlot slot)
    {
        var drafted = draft with { Question = reply.Question.Trim(), Answers = reply.Answers, SupersededAnswers = reply.SupersededAnswer is { } stale ? [stale.Trim()] : [] };
        List<GoldEvidence> evidence = [];
        foreach (var quote in reply.Quotes)
        {
            if (Document(slot, quote.Passage) is not { } document)
                return drafted.Refuse(RefusalReason.NotVerbatim, $"there is no passage '{JudgeText.Excerpt(quote.Passage)}'");
            if (Verbatim(document, quote.Quote) is not { } words)
                return drafted.Refuse(RefusalReason.NotVerbatim, $"{document.Id} does not contain \"{JudgeText.Excerpt(quote.Quote)}\"");
            evidence.Add(new GoldEvidence(document.Id, words));
        }

        return Checked(drafted with { Evidence = [.. evidence.Distinct()] }, reply, slot);
    }

    private static Draft Checked(Draft draft, DraftReply reply, DraftSlot slot)
    {
        if (slot.Kind == DraftKind.TwoHop && slot.Documents.Except(draft.Evidence.Select(e => e.Document), StringComparer.Ordinal).FirstOrDefault() is { } missing)
            return draft.Refuse(RefusalReason.OneHop, $"nothing is quoted from {missing}");
        if (reply.EarlierQuote is not { } quote || slot.Earlier is not { } earlier)
            return draft;
        if (Verbatim(earlier, quote) is not { } before)
            return draft.Refuse(RefusalReason.NotVerbatim, $"{earlier.Id} as it stood before does not contain \"{JudgeText.Excerpt(quote)}\"");
        return Verbatim(slot.Passages[0].Document, before) is null
            ? draft with { EarlierQuote = before }
            : draft.Refuse(RefusalReason.NotChanged, $"{earlier.Id} still says \"{JudgeText.Excerpt(before)}\"");
    }

    private static Document? Document(DraftSlot slot, string label) =>
        slot.Passages.Index().Where(p => DraftMessage.Label(p.Index) == label.Trim()).Select(p => p.Item.Document).FirstOrDefault();

    private static string? Verbatim(Document document, string quote)
    {
        var words = quote.Trim();
        return document.Find(words) is not null ? words : document.FindWithOtherSpaces(words);
    }
}
