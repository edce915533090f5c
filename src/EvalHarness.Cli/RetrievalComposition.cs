using EvalHarness.Datasets;
using EvalHarness.Embedded.Retrieval;
using EvalHarness.Embedded.Retrieval.Embeddings;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Pipelines.Retrieval.Oracle;
using EvalHarness.Pipelines.Retrieval.Vectors;
using EvalHarness.Providers.Embeddings;
using EvalHarness.Providers.Rerank;
using EvalHarness.Providers.Stores;

namespace EvalHarness.Cli;

/// <summary>Puts retrieval together: which indexes, embedders, stores and re-rankers there are.</summary>
internal static class RetrievalComposition
{
    /// <param name="dataset">The samples' file: an oracle is told where its answers stand.</param>
    /// <param name="indexFolder">Where vectors are kept between runs; nothing is kept without one.</param>
    public static RetrieverFactory Factory(string dataset, Endpoints endpoints, PgVectorStore postgres, string? indexFolder, PreparationLog preparation, TimeProvider time) => new(
        CorpusReader.Read,
        new RetrievalParts
        {
            Words = new KeywordIndexer(),
            Embedders = [new LsaEmbedderProvider(), new CharNgramEmbedderProvider(), new EndpointEmbedderProvider(endpoints.Registry, endpoints.Cached)],
            Stores = [new MemoryVectorStore(), postgres],
            Rerankers = new HttpRerankerProvider(endpoints.Registry, endpoints.Cached),
            Evidence = new EvidenceByQuestion(dataset),
        },
        new IndexCache(indexFolder),
        preparation,
        time);
}
