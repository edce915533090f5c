namespace EvalHarness.Pipelines.Retrieval.Vectors;

/// <param name="Number">The vector's place in the index, from 0.</param>
/// <param name="Cosine">In [-1, 1].</param>
public readonly record struct VectorHit(int Number, double Cosine);
