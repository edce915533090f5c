using EvalHarness.Datasets;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Citations;

/// <summary>Resolves cited documents: against the passages first, then against the corpus.</summary>
internal sealed class CitedEvidence(IReadOnlyList<Passage> passages, Corpus corpus, ILookup<string, string> titles)
{
    private readonly Dictionary<string, IReadOnlyList<EvidenceText>> texts = new(StringComparer.Ordinal);

    /// <summary>The document that a citation means: named by its id, by a passage's id, or by its title.</summary>
    public string Document(string name) =>
        Exists(name) ? name : passages.FirstOrDefault(p => p.Id == name || p.Title.Equals(name, StringComparison.OrdinalIgnoreCase))?.Document ?? titles[name].FirstOrDefault() ?? name;

    public bool Exists(string document) => IsRetrieved(document) || corpus.Find(document) is not null;

    public bool IsRetrieved(string document) => passages.Any(p => p.Document == document);

    /// <summary>The passages of these documents that the pipeline was given, and the whole of those it was not given.</summary>
    public IEvidence Of(IEnumerable<string> documents) => new TextEvidence([.. documents.SelectMany(Texts)]);

    /// <summary>Documents among the passages besides these, best first.</summary>
    public IEnumerable<string> Others(IReadOnlyCollection<string> documents) => passages.Select(p => p.Document).Distinct(StringComparer.Ordinal).Where(document => !documents.Contains(document));

    /// <summary>The pieces of gold evidence that stand in these documents.</summary>
    public TextEvidence Gold(IReadOnlyList<GoldEvidence> gold, IReadOnlyCollection<string> documents) =>
        new([.. gold.Where(g => documents.Contains(g.Document)).SelectMany(g => GoldTexts.Of(g, corpus))]);

    private IReadOnlyList<EvidenceText> Texts(string document)
    {
        if (texts.TryGetValue(document, out var known))
            return known;
        return texts[document] = IsRetrieved(document)
            ? new PassageEvidence(passages.Where(p => p.Document == document)).For("")
            : corpus.Find(document) is { } found ? [.. Paragraphs.Of(found)] : [];
    }
}
