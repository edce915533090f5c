using EvalHarness.Datasets;
using EvalHarness.Embedded.Retrieval;
using EvalHarness.Embedded.Retrieval.Embeddings;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Pipelines.Retrieval.Oracle;
using EvalHarness.Pipelines.Retrieval.Rerank;
using EvalHarness.Pipelines.Retrieval.Vectors;

namespace EvalHarness.Tests;

/// <summary>Retriever factories over a corpus that a test holds in its hands.</summary>
internal static class Retrievers
{
    public static RetrieverFactory Factory(
        Corpus corpus,
        string? indexFolder = null,
        PreparationLog? preparation = null,
        IEmbedderProvider? embedder = null,
        IVectorStore? store = null,
        IRerankerProvider? rerankers = null,
        EvidenceByQuestion? evidence = null) => new(
        _ => corpus,
        new RetrievalParts
        {
            Words = new KeywordIndexer(),
            Embedders = [.. new[] { embedder }.OfType<IEmbedderProvider>(), new LsaEmbedderProvider(), new CharNgramEmbedderProvider()],
            Stores = [.. new[] { store }.OfType<IVectorStore>(), new MemoryVectorStore()],
            Rerankers = rerankers,
            Evidence = evidence,
        },
        new IndexCache(indexFolder),
        preparation ?? new PreparationLog(),
        TimeProvider.System);

    public static RetrievalSource Source(RetrievalOptions options, params (string Name, EndpointOptions Options)[] endpoints) =>
        new(options, "/somewhere", endpoints.ToDictionary(e => e.Name, e => e.Options, StringComparer.Ordinal));
}
