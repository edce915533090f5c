using EvalHarness.Pipelines.Retrieval.Chunks;

namespace EvalHarness.Pipelines.Retrieval.Search;

/// <summary>Indexes the words of chunks.</summary>
public interface ITextIndexer
{
    /// <summary>Changes when the same chunks would be ranked otherwise.</summary>
    string Version { get; }

    ITextIndex Index(IReadOnlyList<Chunk> chunks);
}
