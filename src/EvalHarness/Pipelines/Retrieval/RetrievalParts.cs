using EvalHarness.Pipelines.Retrieval.Oracle;
using EvalHarness.Pipelines.Retrieval.Rerank;
using EvalHarness.Pipelines.Retrieval.Search;
using EvalHarness.Pipelines.Retrieval.Vectors;

namespace EvalHarness.Pipelines.Retrieval;

/// <summary>What retrievers are put together from, as the program was composed.</summary>
public sealed record RetrievalParts
{
    public required ITextIndexer Words { get; init; }

    public IReadOnlyList<IEmbedderProvider> Embedders { get; init; } = [];

    public IReadOnlyList<IVectorStore> Stores { get; init; } = [new MemoryVectorStore()];

    /// <summary>For <c>rerank: http</c>; absent where no endpoint can be called.</summary>
    public IRerankerProvider? Rerankers { get; init; }

    /// <summary>For <c>oracle: true</c>; absent where there is no dataset.</summary>
    public EvidenceByQuestion? Evidence { get; init; }
}
