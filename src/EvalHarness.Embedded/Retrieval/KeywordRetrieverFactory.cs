using System.Collections.Concurrent;
using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Retrieval;

namespace EvalHarness.Embedded.Retrieval;

/// <summary>Builds keyword retrievers (Lucene.Net, BM25) over corpora in memory.</summary>
/// <param name="readCorpus">Reads the corpus in a folder.</param>
public sealed class KeywordRetrieverFactory(Func<string, Corpus> readCorpus) : IRetrieverFactory
{
    private readonly ConcurrentDictionary<(string CorpusHash, ChunkOptions Chunk), Lazy<KeywordIndex>> indexes = new();

    public IReadOnlyList<string> Indexes { get; } = ["keyword"];

    public InputProblem? Check(RetrievalSource source, string where) => source.Options.Rerank is "none" or "proximity"
        ? null
        : new InputProblem(where, $"there is no re-ranker '{source.Options.Rerank}'", "Known: none, proximity.");

    public IReadOnlyDictionary<string, string> ContentHashes(RetrievalSource source) => new Dictionary<string, string>();

    public Task<IRetriever> BuildAsync(RetrievalSource source, CancellationToken cancellationToken)
    {
        if (Check(source, "retrieval.rerank") is { } problem)
            throw new InputException(problem);

        var corpus = readCorpus(source.CorpusFolder);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IRetriever>(new KeywordRetriever(IndexOf(corpus, source.Options.Chunk), source.Options));
    }

    private KeywordIndex IndexOf(Corpus corpus, ChunkOptions options) =>
        indexes.GetOrAdd((corpus.Hash, options), _ => new Lazy<KeywordIndex>(() => new KeywordIndex(Cut(corpus, options)))).Value;

    internal static IReadOnlyList<Chunk> Cut(Corpus corpus, ChunkOptions options)
    {
        var chunker = new Chunker(options);
        return [.. corpus.Documents.SelectMany(chunker.Cut)];
    }
}
