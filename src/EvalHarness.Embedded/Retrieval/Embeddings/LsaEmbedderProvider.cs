using EvalHarness.Inputs;
using EvalHarness.Pipelines.Retrieval.Vectors;
using Microsoft.Extensions.AI;

namespace EvalHarness.Embedded.Retrieval.Embeddings;

/// <summary>Latent semantic analysis, learnt of the passages that are searched.</summary>
/// <remarks>A corpus of fewer independent passages than dimensions gives shorter vectors.</remarks>
public sealed class LsaEmbedderProvider : IEmbedderProvider
{
    private const int DefaultDimensions = 256;

    public string Name => "lsa";

    public InputProblem? Check(EmbedderSource source, string where) => null;

    public string ContentHash(EmbedderSource source) => Inputs.ContentHash.Of(LsaModel.Version, new KeywordIndexer().Version);

    public byte[] Learn(EmbedderSource source, IReadOnlyList<string> texts) =>
        LsaModelBytes.Write(LsaModel.Learn(texts, source.Options.Dimensions ?? DefaultDimensions));

    public IEmbeddingGenerator<string, Embedding<float>> Connect(EmbedderSource source, byte[] learnt) =>
        new LocalEmbeddingGenerator(LsaModelBytes.Read(learnt).Embed);
}
