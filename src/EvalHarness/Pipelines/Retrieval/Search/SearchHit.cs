using EvalHarness.Pipelines.Retrieval.Chunks;

namespace EvalHarness.Pipelines.Retrieval.Search;

/// <summary>A chunk that a search found.</summary>
/// <param name="Number">The chunk's place in its index, from 0.</param>
/// <param name="Parts">What the score is made of, by name: <c>bm25</c>, <c>cosine</c>, <c>rrf</c>.</param>
public sealed record SearchHit(int Number, Chunk Chunk, double Score, IReadOnlyDictionary<string, double> Parts);
