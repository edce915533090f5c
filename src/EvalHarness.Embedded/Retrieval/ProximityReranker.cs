using EvalHarness.Embedded.Text;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval.Rerank;
using EvalHarness.Pipelines.Retrieval.Search;

namespace EvalHarness.Embedded.Retrieval;

/// <summary>Orders hits anew by what a search score does not see: how much of the question a passage covers, and how close together its words stand.</summary>
/// <remarks>Unit: a weighted mean of shares, in [0, 1]. Coverage and proximity weigh terms by their idf in the index.</remarks>
internal sealed class ProximityReranker(KeywordIndex index) : IReranker
{
    public Task<IReadOnlyList<RerankScore>> ScoreAsync(string question, IReadOnlyList<SearchHit> hits, CallLog log, CancellationToken cancellationToken)
    {
        var query = new ProximityQuery(EnglishTerms.Of(question), index.Idf);
        var best = hits[0].Score;
        IReadOnlyList<RerankScore> scores = [.. hits.Select(hit => query.Score(index.Terms(hit.Number), index.TitleTerms(hit.Number), Share(hit.Score, best)))];
        return Task.FromResult(scores);
    }

    // A cosine may be negative: nothing is then a share of it.
    private static double Share(double score, double best) => best > 0 ? Math.Max(0, score / best) : 0;
}
