using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval.Search;

namespace EvalHarness.Pipelines.Retrieval.Rerank;

/// <summary>Scores what a search found anew.</summary>
public interface IReranker
{
    /// <summary>A score for each hit, in the order of the hits; higher is better, and its unit is the re-ranker's own.</summary>
    /// <param name="hits">One at least, best first.</param>
    Task<IReadOnlyList<RerankScore>> ScoreAsync(string question, IReadOnlyList<SearchHit> hits, CallLog log, CancellationToken cancellationToken);
}
