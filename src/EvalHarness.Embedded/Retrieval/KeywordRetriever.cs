using EvalHarness.Embedded.Text;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Retrieval;

namespace EvalHarness.Embedded.Retrieval;

/// <summary>Searches a keyword index and re-ranks what it found.</summary>
internal sealed class KeywordRetriever(KeywordIndex index, RetrievalOptions options) : IRetriever
{
    // As many as a trace holds.
    private const int Recorded = 50;

    private readonly bool reranks = options.Rerank != "none";

    public Task<Retrieved> RetrieveAsync(string question, StageClock clock, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (terms, hits) = clock.Time(Stage.Search, () => Search(question));
        var ranked = reranks ? clock.Time(Stage.Rerank, () => Rerank(terms, hits)) : Unchanged(hits);
        return Task.FromResult(new Retrieved(
            [.. ranked.Take(options.Passages).Select(r => r.Hit.Chunk.ToPassage(r.Score))],
            [.. ranked.Take(Recorded).Select((r, i) => Candidate(r, i + 1, terms))]));
    }

    /// <summary>The passages alone, where nothing is timed: in training.</summary>
    public IReadOnlyList<Passage> Passages(string question)
    {
        var (terms, hits) = Search(question);
        var ranked = reranks ? Rerank(terms, hits) : Unchanged(hits);
        return [.. ranked.Take(options.Passages).Select(r => r.Hit.Chunk.ToPassage(r.Score))];
    }

    private (IReadOnlyList<string> Terms, IReadOnlyList<KeywordHit> Hits) Search(string question)
    {
        var terms = EnglishTerms.Of(question);
        return (terms, terms.Count == 0 ? [] : index.Search(terms, options.Candidates));
    }

    private static IReadOnlyList<Ranked> Unchanged(IReadOnlyList<KeywordHit> hits) =>
        [.. hits.Select((hit, i) => new Ranked(hit, i + 1, hit.Score, null))];

    private IReadOnlyList<Ranked> Rerank(IReadOnlyList<string> terms, IReadOnlyList<KeywordHit> hits)
    {
        var reranker = new ProximityReranker(terms, index.Idf);
        var best = hits.Count == 0 ? 1 : hits[0].Score;
        var scored = hits.Select((hit, i) => (Hit: hit, Rank: i + 1, Score: reranker.Score(hit, best)));
        return [.. scored.Select(s => new Ranked(s.Hit, s.Rank, s.Score.Total, s.Score)).OrderByDescending(r => r.Score).ThenBy(r => r.RankBefore)];
    }

    private Candidate Candidate(Ranked ranked, int rank, IReadOnlyList<string> question)
    {
        var parts = new Dictionary<string, double>(StringComparer.Ordinal) { ["bm25"] = ranked.Hit.TextScore, ["bm25-title"] = ranked.Hit.TitleScore };
        if (ranked.Rerank is { } score)
            (parts["keyword"], parts["coverage"], parts["proximity"], parts["title"]) = (score.Keyword, score.Coverage, score.Proximity, score.Title);

        var contained = ranked.Hit.Terms.Concat(ranked.Hit.TitleTerms).ToHashSet(StringComparer.Ordinal);
        return new Candidate(
            ranked.Hit.Chunk.Id,
            ranked.Hit.Chunk.Document.Id,
            ranked.Hit.Chunk.Span,
            ranked.RankBefore,
            rank,
            ranked.Score,
            parts,
            [.. question.Distinct(StringComparer.Ordinal).Where(contained.Contains)],
            Given: rank <= options.Passages);
    }

    private sealed record Ranked(KeywordHit Hit, int RankBefore, double Score, RerankScore? Rerank);
}
