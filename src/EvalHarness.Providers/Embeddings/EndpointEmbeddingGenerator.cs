using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Providers.Endpoints;
using EvalHarness.Providers.Models;
using Microsoft.Extensions.AI;

namespace EvalHarness.Providers.Embeddings;

/// <summary>Embeds texts through their endpoint in one call, and says what was used.</summary>
internal sealed class EndpointEmbeddingGenerator(IEmbeddingGenerator<string, Embedding<float>> inner, Endpoint endpoint, EmbedderOptions model)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    /// <exception cref="UnusableReplyException">The reply holds another number of vectors than texts were sent.</exception>
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        var sent = options?.Clone() ?? new EmbeddingGenerationOptions();
        var log = CallLogOptions.TakeCallLog(sent.AdditionalProperties);
        // Counting tokens takes time, and only a limit on them asks for it.
        var tokens = endpoint.Options.Limits.Tpm is null ? 0 : texts.Sum(O200k.Count);
        var reply = await endpoint.CallAsync(new CallIntent("embedding", model.PriceAs, tokens) { Target = model.Name }, log, (scope, token) => AskAsync(texts, sent, scope, token), cancellationToken);
        return reply.Count == texts.Length
            ? reply
            : throw new UnusableReplyException($"the embedding model gave {reply.Count} vectors for {texts.Length} texts");
    }

    private async Task<GeneratedEmbeddings<Embedding<float>>> AskAsync(string[] batch, EmbeddingGenerationOptions options, CallScope scope, CancellationToken cancellationToken)
    {
        var reply = await InnerGenerator.GenerateAsync(batch, options, cancellationToken);
        scope.Used(reply.FirstOrDefault()?.ModelId ?? model.Name, reply.Usage?.InputTokenCount is { } input ? new TokenUsage(input, 0) : null);
        return reply;
    }
}
