using EvalHarness.Pipelines.Retrieval.Rerank;

namespace EvalHarness.Pipelines.Retrieval.Search;

/// <summary>The words of an index's chunks.</summary>
public interface ITextIndex
{
    /// <summary>Ranks by <c>proximity</c>.</summary>
    IReranker Reranker { get; }

    /// <summary>The best chunks by their words (BM25), best first; none for a question without a word that counts.</summary>
    IReadOnlyList<SearchHit> Search(string question, int count);

    /// <summary>For each hit the question's terms that it contains, in the question's order.</summary>
    IReadOnlyList<IReadOnlyList<string>> MatchedTerms(string question, IReadOnlyList<SearchHit> hits);
}
