using EvalHarness.Datasets;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval.Chunks;
using EvalHarness.Pipelines.Retrieval.Search;

namespace EvalHarness.Pipelines.Retrieval.Vectors;

/// <summary>Gives each dense index once, made or found, and enters it into the preparation ledger: also what was paid for one that could not be finished.</summary>
internal sealed class VectorIndexes(IndexCache cache, PreparationLog preparation, TimeProvider time)
{
    private readonly SharedBuilds<(string Key, string Store, string? ConnectionEnv), StoredIndex> stored = new();
    private readonly ChunkEmbedding embedding = new(time);

    public async Task<DenseSearch> GetAsync(DenseIndexSpec spec, Corpus corpus, IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken)
    {
        var key = spec.Key(corpus);
        var index = await stored.GetAsync(
            (key, spec.Store.Name, spec.Options.ConnectionEnv),
            () => FindOrMakeAsync(key, spec, What(spec, corpus, chunks), chunks, cancellationToken));
        return new DenseSearch(spec.Embedder.Connect(spec.Source, index.Record.Learnt), index.Index, chunks);
    }

    private async Task<StoredIndex> FindOrMakeAsync(string key, DenseIndexSpec spec, string what, IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken)
    {
        if (await spec.Store.FindAsync(key, spec.Options, cancellationToken) is { } found)
        {
            Enter(what, spec, found.Record);
            return found;
        }

        if (await cache.FindAsync(key, cancellationToken) is { } kept && kept.Count == chunks.Count)
        {
            Enter(what, spec, kept.Record);
            return new StoredIndex(kept.Record, await spec.Store.CreateAsync(key, spec.Options, kept, cancellationToken));
        }

        return await MakeAsync(key, spec, what, chunks, cancellationToken);
    }

    private async Task<StoredIndex> MakeAsync(string key, DenseIndexSpec spec, string what, IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken)
    {
        var (begun, log) = (time.GetTimestamp(), new CallLog());
        EmbeddedChunks? made = null;
        try
        {
            made = await embedding.EmbedAsync(spec.Source, spec.Embedder, chunks, log, cancellationToken);
            await cache.WriteAsync(key, made, cancellationToken);
            return new StoredIndex(made.Record, await spec.Store.CreateAsync(key, spec.Options, made, cancellationToken));
        }
        finally
        {
            // Whatever goes wrong on the way: what was paid stands in the ledger.
            if (made is not null || log.Calls.Count > 0)
                preparation.Add(Made(what, made, log.Calls, time.GetElapsedTime(begun)));
        }
    }

    private PreparationEntry Made(string what, EmbeddedChunks? made, IReadOnlyList<ModelCall> calls, TimeSpan duration) =>
        new(what, calls.Select(c => c.Model).FirstOrDefault(m => m is not null), ChunkEmbedding.Usage(calls), duration, made?.Record.At ?? time.GetUtcNow(), FromCache: false)
        {
            Calls = calls.Count > 0 ? calls : null,
            IsUnfinished = made is null,
        };

    // Priced as the experiment now says, whatever it said when the index was made.
    private void Enter(string what, DenseIndexSpec spec, EmbeddingRecord record) =>
        preparation.Add(new PreparationEntry(what, record.Model is null ? null : spec.Options.Embedder!.PriceAs ?? record.Model, record.Usage, record.Duration, record.At, FromCache: true));

    private static string What(DenseIndexSpec spec, Corpus corpus, IReadOnlyList<Chunk> chunks) =>
        FormattableString.Invariant($"dense index of {corpus.Name}, {chunks.Count} passages, {spec.Options.Embedder!.Name ?? spec.Embedder.Name} in {spec.Store.Name}");
}
