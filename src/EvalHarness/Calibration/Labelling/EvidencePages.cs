using EvalHarness.Datasets;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Pipelines;

namespace EvalHarness.Calibration.Labelling;

/// <summary>Writes evidence as one text that a person can read and a verifier can search: titles, and under each what bears on the answer.</summary>
internal static class EvidencePages
{
    /// <summary>The paragraphs that the verifier is given for the answer's claims and those that hold the gold evidence, in the order of the corpus, which tells nothing of their rank.</summary>
    public static string Of(Corpus corpus, IEvidence search, string answer, IEnumerable<GoldEvidence> gold)
    {
        var found = ClaimSplitter.Split(answer).SelectMany(claim => search.For(claim.Text)).Concat(gold.SelectMany(g => Holding(corpus, g)));
        return Write(found.DistinctBy(t => (t.Document, t.Offset)).OrderBy(t => t.Document, StringComparer.Ordinal).ThenBy(t => t.Offset).Select(t => (t.Title, t.Text)));
    }

    public static string Of(IEnumerable<Passage> passages) => Write(passages.Select(p => (p.Title, p.Text)));

    private static IEnumerable<EvidenceText> Holding(Corpus corpus, GoldEvidence gold) =>
        corpus.Find(gold.Document) is { } document && document.Find(gold.Quote) is { } span
            ? Paragraphs.Of(document).Where(p => p.Offset < span.End && p.Offset + p.Text.Length > span.Start)
            : [];

    private static string Write(IEnumerable<(string Title, string Text)> texts)
    {
        List<string> parts = [];
        var last = "";
        foreach (var (title, text) in texts)
        {
            if (title.Length > 0 && title != last)
                parts.Add(title);
            last = title;
            parts.Add(text.Trim());
        }

        return string.Join("\n\n", parts);
    }
}
