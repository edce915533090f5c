using EvalHarness.Pipelines.Retrieval.Vectors;

namespace EvalHarness.Providers.Stores;

/// <summary>How many vectors a table holds, and how long they are: that decides how it is searched.</summary>
internal sealed record PgVectorShape(int Count, int Dimensions)
{
    // Below, an exact scan takes some ten milliseconds, and finds the same passages in every run; HNSW is approximate, and no two builds of its graph need be alike.
    private const int LargestExact = 20_000;

    // pgvector's limit for an index on vector.
    private const int LongestIndexed = 2_000;

    public bool IsApproximate => Count > LargestExact && Dimensions <= LongestIndexed;

    public static PgVectorShape Of(EmbeddedChunks chunks) => new(chunks.Count, chunks.Dimensions);
}
