using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval.Vectors;
using Microsoft.Extensions.AI;

namespace EvalHarness.Providers.Embeddings;

/// <summary>Cuts many texts into calls of a few, so that each is cached and paid for by itself: what a failure leaves behind is not embedded again.</summary>
/// <param name="size">Texts in one call.</param>
internal sealed class EmbeddingBatches(IEmbeddingGenerator<string, Embedding<float>> inner, int size) : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    // Enough to keep any endpoint busy; how many of them are sent at once is the endpoint's to say.
    private const int Waiting = 64;

    /// <remarks>After a failure no further call begins; those under way may have been paid for, and come to their end.</remarks>
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var sent = options?.Clone() ?? new EmbeddingGenerationOptions();
        var log = CallLogOptions.TakeCallLog(sent.AdditionalProperties);
        string[][] batches = [.. values.Chunk(size)];
        var replies = new GeneratedEmbeddings<Embedding<float>>[batches.Length];
        await Parallel.ForEachAsync(
            batches.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = Waiting, CancellationToken = cancellationToken },
            async (batch, _) => replies[batch.Index] = await InnerGenerator.GenerateAsync(batch.Item, sent.Clone().With(log), cancellationToken));
        return [.. replies.SelectMany(r => r)];
    }
}
