using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval.Chunks;
using EvalHarness.Pipelines.Retrieval.Oracle;
using EvalHarness.Pipelines.Retrieval.Rerank;
using EvalHarness.Pipelines.Retrieval.Search;
using EvalHarness.Pipelines.Retrieval.Vectors;

namespace EvalHarness.Pipelines.Retrieval;

/// <summary>Builds retrievers over keyword, dense and hybrid indexes.</summary>
/// <param name="readCorpus">Reads the corpus in a folder.</param>
/// <param name="cache">Where vectors are kept between runs.</param>
/// <param name="preparation">Gets an entry for each dense index that is made or found.</param>
public sealed class RetrieverFactory(Func<string, Corpus> readCorpus, RetrievalParts parts, IndexCache cache, PreparationLog preparation, TimeProvider time) : IRetrieverFactory
{
    private readonly SharedBuilds<(string CorpusHash, ChunkOptions Chunk), ChunkedCorpus> corpora = new();
    private readonly VectorIndexes vectors = new(cache, preparation, time);
    private readonly RetrievalCheck check = new(parts);

    public IReadOnlyList<string> Indexes { get; } = ["keyword", "dense", "hybrid"];

    public InputProblem? Check(RetrievalSource source, string where) => check.Problem(source, where);

    public IReadOnlyDictionary<string, string> ContentHashes(RetrievalSource source)
    {
        if (check.Missing(source, "retrieval") is { } problem)
            throw new InputException(problem);

        var options = source.Options;
        SortedDictionary<string, string> hashes = new(StringComparer.Ordinal)
        {
            ["retrieval"] = ContentHash.Of(parts.Words.Version, Chunkers.Version(options.Chunk)),
        };
        if (options.Index != "keyword")
            hashes["embedder"] = check.Embedder(source).ContentHash(RetrievalCheck.EmbedderSource(source));
        if (options.Rerank == "http")
            hashes["reranker"] = RetrievalCheck.RerankerSource(source).Endpoint.ContentHash;
        if (options.Oracle)
            hashes["oracle"] = parts.Evidence!.ContentHash;
        return hashes;
    }

    public async Task<IRetriever> BuildAsync(RetrievalSource source, CancellationToken cancellationToken)
    {
        if (Check(source, "retrieval") is { } problem)
            throw new InputException(problem);

        var corpus = Distractors.AddTo(readCorpus(source.CorpusFolder), source.Options.Distractors);
        cancellationToken.ThrowIfCancellationRequested();
        var chunked = await corpora.GetAsync((corpus.Hash, source.Options.Chunk), () => Task.Run(() => Cut(corpus, source.Options.Chunk), cancellationToken));
        return source.Options.Oracle
            ? await OracleAsync(source, corpus, chunked, cancellationToken)
            : await RankedAsync(source, corpus, chunked, cancellationToken);
    }

    private async Task<IRetriever> RankedAsync(RetrievalSource source, Corpus corpus, ChunkedCorpus chunked, CancellationToken cancellationToken)
    {
        var index = await IndexAsync(source, corpus, chunked, cancellationToken);
        return new RankedRetriever(index, chunked.Words, Reranker(source, chunked.Words), source.Options);
    }

    // Whatever the search finds may be a distractor, not only what it would give; without distractors there is nothing to search, and nothing to embed.
    private async Task<IRetriever> OracleAsync(RetrievalSource source, Corpus corpus, ChunkedCorpus chunked, CancellationToken cancellationToken)
    {
        var options = source.Options;
        var evidence = await parts.Evidence!.ReadAsync(cancellationToken);
        var searched = options.OracleDistractors == 0 ? null : await RankedAsync(source with { Options = options with { Passages = options.Candidates } }, corpus, chunked, cancellationToken);
        return new OracleRetriever(evidence, new GoldPassages(chunked.Chunks), searched, options.OracleDistractors);
    }

    private ChunkedCorpus Cut(Corpus corpus, ChunkOptions options)
    {
        var chunker = Chunkers.For(options);
        Chunk[] chunks = [.. corpus.Documents.SelectMany(chunker.Cut)];
        if (chunks.Length == 0)
            throw new InputException(new InputProblem("retrieval.corpus", $"the corpus {corpus.Name} has no text", "Write something under the front matter of its articles."));
        return new ChunkedCorpus(chunks, parts.Words.Index(chunks));
    }

    private async Task<ISearchIndex> IndexAsync(RetrievalSource source, Corpus corpus, ChunkedCorpus chunked, CancellationToken cancellationToken)
    {
        var words = new KeywordSearch(chunked.Words);
        if (source.Options.Index == "keyword")
            return words;

        var spec = new DenseIndexSpec(source.Options, RetrievalCheck.EmbedderSource(source), check.Embedder(source), check.Store(source));
        var dense = await vectors.GetAsync(spec, corpus, chunked.Chunks, cancellationToken);
        return source.Options.Index == "dense" ? dense : new HybridSearch(words, dense, source.Options.FusionK);
    }

    private IReranker? Reranker(RetrievalSource source, ITextIndex words) => source.Options.Rerank switch
    {
        "proximity" => words.Reranker,
        "http" => parts.Rerankers!.Connect(RetrievalCheck.RerankerSource(source)),
        _ => null,
    };

    private sealed record ChunkedCorpus(IReadOnlyList<Chunk> Chunks, ITextIndex Words);
}
