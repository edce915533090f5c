using EvalHarness.Inputs;
using EvalHarness.Pipelines.Retrieval.Vectors;
using Microsoft.Extensions.AI;

namespace EvalHarness.Embedded.Retrieval.Embeddings;

/// <summary>Hashed character n-grams: learns nothing, and forgives spelling.</summary>
public sealed class CharNgramEmbedderProvider : IEmbedderProvider
{
    private const int DefaultDimensions = 256;

    public string Name => "char-ngrams";

    public InputProblem? Check(EmbedderSource source, string where) => null;

    public string ContentHash(EmbedderSource source) => "char-ngrams/1";

    public byte[] Learn(EmbedderSource source, IReadOnlyList<string> texts) => [];

    public IEmbeddingGenerator<string, Embedding<float>> Connect(EmbedderSource source, byte[] learnt) =>
        new LocalEmbeddingGenerator(new CharNgramHashing(source.Options.Dimensions ?? DefaultDimensions).Embed);
}
