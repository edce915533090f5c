using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval.Rerank;
using EvalHarness.Pipelines.Retrieval.Vectors;
using EvalHarness.Providers.Caching;
using EvalHarness.Providers.Endpoints;
using EvalHarness.Runs;
using Microsoft.Extensions.AI;

namespace EvalHarness.Cli;

/// <summary>The endpoints of an experiment, and the cache of their replies.</summary>
internal sealed class Endpoints(RunOptions run, string parent, TimeProvider time, Action<string> say) : IDisposable
{
    private readonly ResponseCache cache = new(ResponseCache.FileIn(parent), new CacheLimits(), time, say);
    private readonly CacheMode mode = Enum.Parse<CacheMode>(run.Cache, ignoreCase: true);

    /// <summary>A run without fixed load learns what its endpoints take.</summary>
    public EndpointRegistry Registry { get; } = new(time, adaptive: run is { Concurrency: null, ArrivalRate: null }, run.Seed);

    public IReadOnlyList<LimitChange> LimitChanges => [.. Registry.All.SelectMany(e => e.LimitChanges).OrderBy(c => c.At)];

    public IChatClient Cached(IChatClient model, ModelSource source) =>
        new CachedChatClient(model, cache, CachedModel.Of(source, source.Endpoint!), mode, time);

    public IEmbeddingGenerator<string, Embedding<float>> Cached(IEmbeddingGenerator<string, Embedding<float>> embedder, EmbedderSource source) =>
        new CachedEmbeddingGenerator(embedder, cache, CachedModel.Of(source.Endpoint!, source.Options.Name!, source.Options with { PriceAs = null, Batch = null }) with { PriceAs = source.Options.PriceAs }, mode, time);

    public IReranker Cached(IReranker reranker, RerankerSource source) =>
        new CachedReranker(reranker, cache, CachedModel.Of(source.Endpoint, source.Options.Name, source.Options with { PriceAs = null }) with { PriceAs = source.Options.PriceAs }, mode, time);

    public void Dispose()
    {
        Registry.Dispose();
        cache.Dispose();
    }
}
