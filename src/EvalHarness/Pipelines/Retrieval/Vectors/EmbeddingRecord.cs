namespace EvalHarness.Pipelines.Retrieval.Vectors;

/// <summary>How the vectors of an index were made.</summary>
/// <param name="Learnt">What the embedder learnt of the corpus, in its own form; empty for one that learns nothing.</param>
/// <param name="Model">As it was served; absent when no endpoint was called.</param>
/// <param name="Usage">Absent when no endpoint was called, or it does not say.</param>
public sealed record EmbeddingRecord(byte[] Learnt, string? Model, TokenUsage? Usage, TimeSpan Duration, DateTimeOffset At);
