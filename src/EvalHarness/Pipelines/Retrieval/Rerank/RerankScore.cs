using EvalHarness.Pipelines.Retrieval.Search;

namespace EvalHarness.Pipelines.Retrieval.Rerank;

/// <summary>A re-ranker's score and what it is made of, by name.</summary>
public sealed record RerankScore(double Score, IReadOnlyDictionary<string, double> Parts)
{
    /// <summary>The hit with this score in place of its own; the parts of both stay.</summary>
    public SearchHit Rescored(SearchHit hit) => hit with { Score = Score, Parts = hit.Parts.Concat(Parts).ToDictionary(StringComparer.Ordinal) };
}
