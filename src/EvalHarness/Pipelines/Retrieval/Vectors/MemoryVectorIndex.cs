using System.Numerics.Tensors;

namespace EvalHarness.Pipelines.Retrieval.Vectors;

/// <summary>Compares a vector with every other: exact, and fast enough for some hundred thousand.</summary>
internal sealed class MemoryVectorIndex(EmbeddedChunks chunks) : IVectorIndex
{
    public Task<IReadOnlyList<VectorHit>> SearchAsync(ReadOnlyMemory<float> vector, int count, CancellationToken cancellationToken)
    {
        // The worst of the best so far is at the front; of equals the later one is worse.
        var best = new PriorityQueue<VectorHit, (double Cosine, int Later)>();
        for (var number = 0; number < chunks.Count; number++)
        {
            if (!chunks.HasDirection(number))
                continue;
            var hit = new VectorHit(number, TensorPrimitives.Dot(vector.Span, chunks[number].Span));
            if (best.Count < count)
                best.Enqueue(hit, (hit.Cosine, -number));
            else
                best.EnqueueDequeue(hit, (hit.Cosine, -number));
        }

        IReadOnlyList<VectorHit> found = [.. best.UnorderedItems.Select(i => i.Element).OrderByDescending(h => h.Cosine).ThenBy(h => h.Number)];
        return Task.FromResult(found);
    }
}
