using System.Globalization;
using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Pipelines.Retrieval.Chunks;

namespace EvalHarness.Drafting;

/// <summary>What is to be drafted of a corpus, in a seeded order that is the same every time: who asks for more gets the same first ones.</summary>
/// <remarks>Documents take turns, and so do kinds: of six slots three are single-hop, one of each other kind; a kind that has no more is left out.</remarks>
/// <param name="previous">An earlier snapshot; without one no fact has changed.</param>
public sealed class DraftPlan(Corpus corpus, Corpus? previous, IReadOnlyList<DraftKind> kinds, int seed)
{
    /// <summary>A shorter passage says nothing that could be asked for, in characters.</summary>
    private const int LeastText = 40;

    private const int PassageTokens = 400;
    private const int UsesOfAPassage = 2;

    private static readonly DraftKind[] Turns =
        [DraftKind.SingleHop, DraftKind.TwoHop, DraftKind.SingleHop, DraftKind.Unanswerable, DraftKind.SingleHop, DraftKind.ChangedFact];

    private readonly Dictionary<string, IReadOnlyList<Chunk>> passages = corpus.Documents.ToDictionary(d => d.Id, Cut, StringComparer.Ordinal);

    public IEnumerable<DraftSlot> Slots()
    {
        var left = kinds.Distinct().ToDictionary(k => k, k => new Queue<DraftSlot>(Of(k)));
        while (left.Values.Any(q => q.Count > 0))
            foreach (var turn in Turns)
                if (left.TryGetValue(turn, out var queue) && queue.TryDequeue(out var slot))
                    yield return slot;
    }

    private IEnumerable<DraftSlot> Of(DraftKind kind) => (kind switch
    {
        DraftKind.TwoHop => Linked(),
        DraftKind.ChangedFact => Changed(),
        _ => InTurn(kind),
    }).Select((slot, number) => slot with { Phrasing = number % 2 == 0 ? Phrasing.Short : Phrasing.Long });

    private IEnumerable<DraftSlot> InTurn(DraftKind kind)
    {
        var documents = Shuffled(corpus.Documents, d => d.Id, kind).Select(d => passages[d.Id]).Where(p => p.Count > 0).ToList();
        var rounds = documents.Count == 0 ? 0 : UsesOfAPassage * documents.Max(p => p.Count);
        for (var round = 0; round < rounds; round++)
            foreach (var cut in documents.Where(p => round < UsesOfAPassage * p.Count))
                yield return new DraftSlot(kind, default, round / cut.Count, [cut[round % cut.Count]]);
    }

    private IEnumerable<DraftSlot> Linked() =>
        from use in Enumerable.Range(0, UsesOfAPassage)
        from link in Shuffled(CorpusLinks.Of(corpus), l => $"{l.From.Id} {l.To.Id}", DraftKind.TwoHop)
        let linking = passages[link.From.Id].FirstOrDefault(p => p.Span.Overlaps(link.At))
        let linked = passages[link.To.Id]
        where linking is not null && linked.Count > 0
        select new DraftSlot(DraftKind.TwoHop, default, use, [linking, linked[use % linked.Count]]);

    private IEnumerable<DraftSlot> Changed() =>
        from use in Enumerable.Range(0, UsesOfAPassage)
        from document in Shuffled(corpus.Documents, d => d.Id, DraftKind.ChangedFact)
        let earlier = previous?.Find(document.Id)
        where earlier is not null
        from passage in passages[document.Id]
        where !earlier.Text.Contains(passage.Text, StringComparison.Ordinal)
        select new DraftSlot(DraftKind.ChangedFact, default, use, [passage], earlier);

    private IEnumerable<T> Shuffled<T>(IEnumerable<T> items, Func<T, string> name, DraftKind kind) =>
        items.OrderBy(i => ContentHash.Of(seed.ToString(CultureInfo.InvariantCulture), $"{kind}", name(i)), StringComparer.Ordinal);

    private static IReadOnlyList<Chunk> Cut(Document document) =>
        [.. Chunkers.For(new ChunkOptions { By = "sections", Tokens = PassageTokens, Overlap = 0 }).Cut(document).Where(c => c.Text.Length >= LeastText)];
}
