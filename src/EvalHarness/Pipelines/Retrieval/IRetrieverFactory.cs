namespace EvalHarness.Pipelines.Retrieval;

/// <summary>Builds the retrievers of one kind of index.</summary>
public interface IRetrieverFactory
{
    /// <summary>The value of <c>index:</c>.</summary>
    string Index { get; }

    /// <summary>What is wrong with the options, and how to mend it; absent when nothing is. Nothing is built.</summary>
    Inputs.InputProblem? Check(RetrievalOptions options, string where);

    /// <summary>An index is built once per corpus and options and shared by the pipelines that ask alike.</summary>
    /// <param name="folder">Where relative paths start.</param>
    Task<IRetriever> BuildAsync(RetrievalOptions options, string folder, CancellationToken cancellationToken);
}
