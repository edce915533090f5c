using EvalHarness.Datasets;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Citations;

/// <summary>Resolves cited documents: against the passages first, then against the corpus.</summary>
internal sealed class CitedEvidence(IReadOnlyList<Passage> passages, Corpus corpus)
{
    public bool Exists(string document) => passages.Any(p => p.Document == document) || corpus.Find(document) is not null;

    /// <summary>The passages of these documents that the pipeline was given, and the whole of those it was not given.</summary>
    public IEvidence Of(IReadOnlyCollection<string> documents)
    {
        var given = passages.Where(p => documents.Contains(p.Document)).ToList();
        var known = documents.Where(id => given.TrueForAll(p => p.Document != id)).Select(corpus.Find).OfType<Document>();
        return new JoinedEvidence([new PassageEvidence(given), new DocumentEvidence(known)]);
    }
}
