using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Providers.Endpoints;
using EvalHarness.Providers.Models;
using Microsoft.Extensions.AI;

namespace EvalHarness.Providers.Embeddings;

/// <summary>Embeds texts through their endpoint, batch by batch, and says what was used.</summary>
/// <remarks>How many batches are in flight is the endpoint's to say.</remarks>
internal sealed class EndpointEmbeddingGenerator(IEmbeddingGenerator<string, Embedding<float>> inner, Endpoint endpoint, EmbedderOptions model)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    /// <summary>Texts in one call.</summary>
    public const int BatchSize = 128;

    /// <exception cref="UnusableReplyException">A reply holds another number of vectors than texts were sent.</exception>
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var sent = options?.Clone() ?? new EmbeddingGenerationOptions();
        var log = CallLogOptions.TakeCallLog(sent.AdditionalProperties);
        var replies = await Task.WhenAll(values.Chunk(BatchSize).Select(batch => CallAsync(batch, sent, log, cancellationToken)));
        return [.. replies.SelectMany(r => r)];
    }

    private async Task<GeneratedEmbeddings<Embedding<float>>> CallAsync(string[] batch, EmbeddingGenerationOptions options, CallLog log, CancellationToken cancellationToken)
    {
        // Counting tokens takes time, and only a limit on them asks for it.
        var tokens = endpoint.Options.Limits.Tpm is null ? 0 : batch.Sum(O200k.Count);
        var reply = await endpoint.CallAsync(new CallIntent("embedding", model.PriceAs, tokens) { Target = model.Name }, log, (scope, token) => AskAsync(batch, options, scope, token), cancellationToken);
        return reply.Count == batch.Length
            ? reply
            : throw new UnusableReplyException($"the embedding model gave {reply.Count} vectors for {batch.Length} texts");
    }

    private async Task<GeneratedEmbeddings<Embedding<float>>> AskAsync(string[] batch, EmbeddingGenerationOptions options, CallScope scope, CancellationToken cancellationToken)
    {
        var reply = await InnerGenerator.GenerateAsync(batch, options, cancellationToken);
        scope.Used(reply.FirstOrDefault()?.ModelId ?? model.Name, reply.Usage?.InputTokenCount is { } input ? new TokenUsage(input, 0) : null);
        return reply;
    }
}
