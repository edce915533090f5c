using EvalHarness.Inputs;
using Microsoft.Extensions.AI;

namespace EvalHarness.Pipelines.Retrieval.Vectors;

/// <summary>Makes the embedders of one kind.</summary>
public interface IEmbedderProvider
{
    /// <summary>Texts that an embedder behind an endpoint is sent in one call, where its options do not say.</summary>
    const int TextsPerCall = 128;

    /// <summary>The <see cref="Name"/> of the one that calls endpoints.</summary>
    const string EndpointName = "endpoint";

    /// <summary>The value of <c>embedder.provider</c>.</summary>
    string Name { get; }

    /// <summary>What is wrong with the options, and how to mend it; absent when nothing is. Nothing is called.</summary>
    InputProblem? Check(EmbedderSource source, string where);

    /// <summary>What can change the vectors besides the options: the embedder's version, where its endpoint is.</summary>
    string ContentHash(EmbedderSource source);

    /// <summary>What has to be known of an index's texts before any can be embedded, in bytes that the same texts give again; empty for an embedder that learns nothing.</summary>
    byte[] Learn(EmbedderSource source, IReadOnlyList<string> texts);

    /// <summary>Calls are written into the log of the options (<see cref="Endpoints.CallLogOptions"/>).</summary>
    IEmbeddingGenerator<string, Embedding<float>> Connect(EmbedderSource source, byte[] learnt);
}
