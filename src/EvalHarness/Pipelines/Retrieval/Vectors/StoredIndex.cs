namespace EvalHarness.Pipelines.Retrieval.Vectors;

/// <summary>An index that a store kept, and how it was made.</summary>
public sealed record StoredIndex(EmbeddingRecord Record, IVectorIndex Index);
