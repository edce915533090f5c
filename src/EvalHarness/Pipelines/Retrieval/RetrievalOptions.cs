using System.ComponentModel.DataAnnotations;

namespace EvalHarness.Pipelines.Retrieval;

/// <summary>How passages are found.</summary>
public sealed record RetrievalOptions
{
    /// <summary>The corpus folder, relative to the experiment file.</summary>
    public required string Corpus { get; init; }

    /// <summary>Made-up documents in the corpus's own words that are indexed beside it: how retrieval holds up as a knowledge base grows.</summary>
    [Range(0, 100_000)]
    public int Distractors { get; init; }

    /// <summary>Gives the passages that hold a question's gold evidence instead of those that a search finds best: not a system to deploy, but what perfect retrieval would be worth.</summary>
    public bool Oracle { get; init; }

    /// <summary>Of the search's best other passages, so many stand among the oracle's, in a seeded order.</summary>
    [Range(0, 100)]
    public int OracleDistractors { get; init; }

    /// <summary>Which index is searched: <c>keyword</c>, <c>dense</c>, or both as <c>hybrid</c>.</summary>
    public string Index { get; init; } = "keyword";

    public ChunkOptions Chunk { get; init; } = new();

    /// <summary>Makes the vectors of a dense or hybrid index.</summary>
    public EmbedderOptions? Embedder { get; init; }

    /// <summary>Where vectors are kept and searched: <c>memory</c> or <c>pgvector</c>.</summary>
    public string Store { get; init; } = "memory";

    /// <summary>The environment variable with PostgreSQL's connection string, for <c>pgvector</c>.</summary>
    public string? ConnectionEnv { get; init; }

    /// <summary>The k of reciprocal rank fusion, for <c>hybrid</c>.</summary>
    [Range(1, 1000)]
    public int FusionK { get; init; } = 60;

    /// <summary>Passages that the search hands to the re-ranker.</summary>
    [Range(1, 1000)]
    public int Candidates { get; init; } = 50;

    /// <summary><c>none</c>, <c>proximity</c>, or <c>http</c> for the <see cref="Reranker"/>.</summary>
    public string Rerank { get; init; } = "none";

    /// <summary>The endpoint of <c>rerank: http</c>.</summary>
    public RerankerOptions? Reranker { get; init; }

    /// <summary>Passages that the model is given.</summary>
    [Range(1, 100)]
    public int Passages { get; init; } = 4;
}
