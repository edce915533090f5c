using EvalHarness.Datasets;

namespace EvalHarness.Pipelines.Retrieval.Chunks;

/// <summary>Cuts documents into passages.</summary>
/// <remarks>A chunk is an exact span of its document and at most as long as the window; nothing but blanks is left out, save headings that a chunk's title repeats.</remarks>
public interface IChunker
{
    IReadOnlyList<Chunk> Cut(Document document);
}
