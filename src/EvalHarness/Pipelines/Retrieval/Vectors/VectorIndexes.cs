using EvalHarness.Datasets;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval.Chunks;
using EvalHarness.Pipelines.Retrieval.Search;

namespace EvalHarness.Pipelines.Retrieval.Vectors;

/// <summary>Gives each dense index once, made or found, and enters it into the preparation ledger.</summary>
internal sealed class VectorIndexes(IndexCache cache, PreparationLog preparation, TimeProvider time)
{
    private readonly SharedBuilds<(string Key, string Store, string? ConnectionEnv), StoredIndex> stored = new();
    private readonly ChunkEmbedding embedding = new(time);

    public async Task<DenseSearch> GetAsync(DenseIndexSpec spec, Corpus corpus, IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken)
    {
        var key = spec.Key(corpus);
        var index = await stored.GetAsync(
            (key, spec.Store.Name, spec.Options.ConnectionEnv),
            () => FindOrMakeAsync(key, spec, corpus, chunks, cancellationToken));
        return new DenseSearch(spec.Embedder.Connect(spec.Source, index.Record.Learnt), index.Index, chunks);
    }

    private async Task<StoredIndex> FindOrMakeAsync(string key, DenseIndexSpec spec, Corpus corpus, IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var found = await spec.Store.FindAsync(key, spec.Options, cancellationToken);
        if (found is not null)
        {
            Enter(spec, corpus, chunks, found.Record, found.Record.Duration, fromCache: true);
            return found;
        }

        var (content, fromCache) = await cache.FindAsync(key, cancellationToken) is { } kept && kept.Count == chunks.Count
            ? (kept, true)
            : (await EmbedAsync(key, spec, chunks, cancellationToken), false);
        var index = await spec.Store.CreateAsync(key, spec.Options, content, cancellationToken);
        Enter(spec, corpus, chunks, content.Record, fromCache ? content.Record.Duration : time.GetElapsedTime(begun), fromCache);
        return new StoredIndex(content.Record, index);
    }

    private async Task<EmbeddedChunks> EmbedAsync(string key, DenseIndexSpec spec, IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken)
    {
        var content = await embedding.EmbedAsync(spec.Source, spec.Embedder, chunks, cancellationToken);
        await cache.WriteAsync(key, content, cancellationToken);
        return content;
    }

    private void Enter(DenseIndexSpec spec, Corpus corpus, IReadOnlyList<Chunk> chunks, EmbeddingRecord record, TimeSpan duration, bool fromCache) => preparation.Add(new PreparationEntry(
        FormattableString.Invariant($"dense index of {corpus.Name}, {chunks.Count} passages, {spec.Options.Embedder!.Name ?? spec.Embedder.Name} in {spec.Store.Name}"),
        record.Model,
        record.Usage,
        duration,
        record.At,
        fromCache));
}
