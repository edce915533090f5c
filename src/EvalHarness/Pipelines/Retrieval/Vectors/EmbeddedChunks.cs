namespace EvalHarness.Pipelines.Retrieval.Vectors;

/// <summary>The vectors of an index's chunks, one after the other.</summary>
/// <param name="Values">Chunk by chunk; each of length 1, or all 0 for a chunk of which the embedder knows nothing.</param>
public sealed record EmbeddedChunks(EmbeddingRecord Record, int Dimensions, float[] Values)
{
    public int Count => Values.Length / Dimensions;

    public ReadOnlyMemory<float> this[int number] => Values.AsMemory(number * Dimensions, Dimensions);

    /// <summary>A chunk whose vector is all 0 is never found.</summary>
    public bool HasDirection(int number) => this[number].Span.ContainsAnyExcept(0f);
}
