using System.Numerics.Tensors;

namespace EvalHarness.Pipelines.Retrieval.Vectors;

/// <summary>Vectors of length 1, whose product is the cosine between them.</summary>
public static class UnitVector
{
    /// <summary>The vector's direction; absent when it has none, being all 0.</summary>
    public static float[]? Of(ReadOnlySpan<float> vector)
    {
        var norm = TensorPrimitives.Norm(vector);
        if (norm is 0 || !float.IsFinite(norm))
            return null;
        var unit = new float[vector.Length];
        TensorPrimitives.Divide(vector, norm, unit);
        return unit;
    }
}
