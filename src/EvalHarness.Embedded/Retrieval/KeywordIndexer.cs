using EvalHarness.Pipelines.Retrieval.Chunks;
using EvalHarness.Pipelines.Retrieval.Search;

namespace EvalHarness.Embedded.Retrieval;

/// <summary>Indexes the words of chunks with Lucene.Net (BM25), in memory.</summary>
public sealed class KeywordIndexer : ITextIndexer
{
    public string Version => "lucene-4.8-english/1";

    public ITextIndex Index(IReadOnlyList<Chunk> chunks) => new KeywordIndex(chunks);
}
