using System.Collections.Concurrent;
using EvalHarness.Datasets;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>A whole corpus as evidence: for each claim the paragraphs that share most with it.</summary>
/// <remarks>The index is built once; what was searched is remembered, because pipelines say the same things.</remarks>
public sealed class CorpusEvidence : IEvidence
{
    private const int Paragraphs = 8;

    /// <summary>Beyond this many claims they are searched anew, so that memory does not grow with the dataset.</summary>
    private const int Remembered = 20_000;

    private readonly EvidenceText[] texts;
    private readonly ParagraphIndex index;
    private readonly ConcurrentDictionary<string, IReadOnlyList<EvidenceText>> found = new(StringComparer.Ordinal);

    public CorpusEvidence(Corpus corpus)
    {
        texts = [.. corpus.Documents.SelectMany(Groundedness.Paragraphs.Of)];
        index = new ParagraphIndex(texts);
    }

    public IReadOnlyList<EvidenceText> For(string claim)
    {
        if (found.TryGetValue(claim, out var known))
            return known;
        IReadOnlyList<EvidenceText> best = [.. index.Search(claim, Paragraphs).Select(place => texts[place])];
        if (found.Count < Remembered)
            found.TryAdd(claim, best);
        return best;
    }
}
