using EvalHarness.Inputs;

namespace EvalHarness.Pipelines.Retrieval.Vectors;

/// <summary>Keeps indexes of vectors.</summary>
public interface IVectorStore
{
    /// <summary>The value of <c>store:</c>.</summary>
    string Name { get; }

    /// <summary>What is wrong with the options, and how to mend it; absent when nothing is. Nothing is connected to.</summary>
    InputProblem? Check(RetrievalOptions options, string where);

    /// <summary>An index that was finished before; absent when there is none.</summary>
    /// <exception cref="InputException">The store cannot be reached or used.</exception>
    Task<StoredIndex?> FindAsync(string key, RetrievalOptions options, CancellationToken cancellationToken);

    /// <summary>Makes an index whole or not at all, in place of any of that key.</summary>
    /// <exception cref="InputException">The store cannot be reached or used.</exception>
    Task<IVectorIndex> CreateAsync(string key, RetrievalOptions options, EmbeddedChunks content, CancellationToken cancellationToken);
}
