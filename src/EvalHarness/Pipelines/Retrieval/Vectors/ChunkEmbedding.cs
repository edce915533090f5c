using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval.Chunks;
using Microsoft.Extensions.AI;

namespace EvalHarness.Pipelines.Retrieval.Vectors;

/// <summary>Embeds the chunks of an index, and records what that took.</summary>
/// <remarks>The calls are in the log also when it fails.</remarks>
internal sealed class ChunkEmbedding(TimeProvider time)
{
    public async Task<EmbeddedChunks> EmbedAsync(EmbedderSource source, IEmbedderProvider provider, IReadOnlyList<Chunk> chunks, CallLog log, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        string[] texts = [.. chunks.Select(c => c.TitledText)];
        var learnt = provider.Learn(source, texts);
        using var embedder = provider.Connect(source, learnt);
        var embeddings = await embedder.GenerateAsync(texts, new EmbeddingGenerationOptions().With(log), cancellationToken);

        var record = new EmbeddingRecord(learnt, log.Calls is [var call, ..] ? embeddings[0].ModelId ?? call.Model : null, Usage(log.Calls), time.GetElapsedTime(begun), time.GetUtcNow());
        return new EmbeddedChunks(record, embeddings[0].Vector.Length, Values(embeddings));
    }

    private static float[] Values(IReadOnlyList<Embedding<float>> embeddings)
    {
        var dimensions = embeddings[0].Vector.Length;
        var values = new float[embeddings.Count * dimensions];
        foreach (var (i, embedding) in embeddings.Index())
            UnitVector.Of(embedding.Vector.Span)?.CopyTo(values.AsSpan(i * dimensions, dimensions));
        return values;
    }

    /// <summary>Of the calls that succeeded; unknown as soon as one of them does not say.</summary>
    public static TokenUsage? Usage(IReadOnlyList<ModelCall> calls)
    {
        var made = calls.Where(c => !c.HasFailed).ToList();
        return made.Count > 0 && made.TrueForAll(c => c.Usage is not null)
            ? new TokenUsage(made.Sum(c => c.Usage!.Input), made.Sum(c => c.Usage!.Output)) { Calls = made.Count }
            : null;
    }
}
