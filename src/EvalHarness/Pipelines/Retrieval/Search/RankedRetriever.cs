using EvalHarness.Pipelines.Retrieval.Rerank;

namespace EvalHarness.Pipelines.Retrieval.Search;

/// <summary>Searches an index, re-ranks what it found, and says why each passage stands where it does.</summary>
/// <param name="reranker">Absent: the search's order stays.</param>
public sealed class RankedRetriever(ISearchIndex index, ITextIndex text, IReranker? reranker, RetrievalOptions options) : IRetriever
{
    // As many as a trace holds.
    private const int Recorded = 50;

    public async Task<Retrieved> RetrieveAsync(string question, StageClock clock, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var hits = await index.SearchAsync(question, options.Candidates, clock, cancellationToken);
        var ranked = reranker is null
            ? [.. hits.Select((hit, i) => new RankedHit(hit, i + 1))]
            : await clock.TimeAsync(Stage.Rerank, () => RerankAsync(reranker, question, hits, clock, cancellationToken));
        return new Retrieved([.. ranked.Take(options.Passages).Select(r => r.Hit.Chunk.ToPassage(r.Hit.Score))], Candidates(question, [.. ranked.Take(Recorded)]));
    }

    private static async Task<IReadOnlyList<RankedHit>> RerankAsync(IReranker reranker, string question, IReadOnlyList<SearchHit> hits, StageClock clock, CancellationToken cancellationToken)
    {
        var scores = hits.Count == 0 ? [] : await reranker.ScoreAsync(question, hits, clock.Calls, cancellationToken);
        return [.. hits.Select((hit, i) => new RankedHit(scores[i].Rescored(hit), i + 1)).OrderByDescending(r => r.Hit.Score).ThenBy(r => r.RankBefore)];
    }

    private IReadOnlyList<Candidate> Candidates(string question, IReadOnlyList<RankedHit> ranked)
    {
        var matched = text.MatchedTerms(question, [.. ranked.Select(r => r.Hit)]);
        return [.. ranked.Select((r, i) => Candidate(r, i + 1, matched[i]))];
    }

    private Candidate Candidate(RankedHit ranked, int rank, IReadOnlyList<string> matched) => new(
        ranked.Hit.Chunk.Id,
        ranked.Hit.Chunk.Document.Id,
        ranked.Hit.Chunk.Span,
        ranked.RankBefore,
        rank,
        ranked.Hit.Score,
        ranked.Hit.Parts,
        matched,
        Given: rank <= options.Passages);

    private sealed record RankedHit(SearchHit Hit, int RankBefore);
}
