using System.Text.Json;
using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Retrieval.Chunks;

namespace EvalHarness.Pipelines.Retrieval.Vectors;

/// <summary>Which vectors a dense index holds, and where.</summary>
internal sealed record DenseIndexSpec(RetrievalOptions Options, EmbedderSource Source, IEmbedderProvider Embedder, IVectorStore Store)
{
    /// <summary>Equal for indexes with the same vectors, wherever they are kept.</summary>
    public string Key(Corpus corpus) => ContentHash.Of(
        corpus.Hash,
        Chunkers.Version(Options.Chunk),
        JsonSerializer.Serialize(Options.Chunk),
        Embedder.ContentHash(Source),
        JsonSerializer.Serialize(Options.Embedder! with { PriceAs = null, Endpoint = null, Batch = null }));
}
