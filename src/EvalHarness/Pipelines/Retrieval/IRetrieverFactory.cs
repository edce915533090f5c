namespace EvalHarness.Pipelines.Retrieval;

/// <summary>Builds the retrievers of one kind of index.</summary>
public interface IRetrieverFactory
{
    /// <summary>The value of <c>index:</c>.</summary>
    string Index { get; }

    /// <summary>An index is built once per corpus and options and shared by the pipelines that ask alike.</summary>
    /// <param name="folder">Where relative paths start.</param>
    Task<IRetriever> BuildAsync(RetrievalOptions options, string folder, CancellationToken cancellationToken);
}
