namespace EvalHarness.Embedded.Retrieval.Embeddings;

/// <summary>The places of a vector that are not 0, in order.</summary>
internal sealed record SparseVector(IReadOnlyList<(int Place, double Value)> Entries);
