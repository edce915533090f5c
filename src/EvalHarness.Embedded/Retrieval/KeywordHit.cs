using EvalHarness.Pipelines.Retrieval;

namespace EvalHarness.Embedded.Retrieval;

/// <summary>A chunk that a search found.</summary>
/// <param name="Terms">The chunk's terms in order.</param>
/// <param name="TextScore">BM25 of the text.</param>
/// <param name="TitleScore">BM25 of the title, as it was weighted.</param>
internal sealed record KeywordHit(Chunk Chunk, IReadOnlyList<string> Terms, IReadOnlyList<string> TitleTerms, float TextScore, float TitleScore)
{
    public double Score => TextScore + TitleScore;
}
