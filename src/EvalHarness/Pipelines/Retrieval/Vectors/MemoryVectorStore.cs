using EvalHarness.Inputs;

namespace EvalHarness.Pipelines.Retrieval.Vectors;

/// <summary>Keeps vectors in memory; the index cache keeps them between runs.</summary>
public sealed class MemoryVectorStore : IVectorStore
{
    public string Name => "memory";

    public InputProblem? Check(RetrievalOptions options, string where) => null;

    public Task<StoredIndex?> FindAsync(string key, RetrievalOptions options, CancellationToken cancellationToken) => Task.FromResult<StoredIndex?>(null);

    public Task<IVectorIndex> CreateAsync(string key, RetrievalOptions options, EmbeddedChunks content, CancellationToken cancellationToken) =>
        Task.FromResult<IVectorIndex>(new MemoryVectorIndex(content));
}
