namespace EvalHarness.Pipelines.Retrieval.Vectors;

/// <summary>Vectors that can be searched.</summary>
public interface IVectorIndex
{
    /// <summary>The nearest, nearest first; equals in their order in the index. Called from several threads at once.</summary>
    /// <param name="vector">Of length 1, with as many dimensions as the index.</param>
    Task<IReadOnlyList<VectorHit>> SearchAsync(ReadOnlyMemory<float> vector, int count, CancellationToken cancellationToken);
}
