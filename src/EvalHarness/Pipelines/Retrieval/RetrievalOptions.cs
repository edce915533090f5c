using System.ComponentModel.DataAnnotations;

namespace EvalHarness.Pipelines.Retrieval;

/// <summary>How passages are found.</summary>
public sealed record RetrievalOptions
{
    /// <summary>The corpus folder, relative to the experiment file.</summary>
    public required string Corpus { get; init; }

    /// <summary>Which index is searched: <c>keyword</c>.</summary>
    public string Index { get; init; } = "keyword";

    public ChunkOptions Chunk { get; init; } = new();

    /// <summary>Passages that the search hands to the re-ranker.</summary>
    [Range(1, 1000)]
    public int Candidates { get; init; } = 50;

    /// <summary><c>none</c> or <c>proximity</c>.</summary>
    public string Rerank { get; init; } = "none";

    /// <summary>Passages that the model is given.</summary>
    [Range(1, 100)]
    public int Passages { get; init; } = 4;
}
