namespace EvalHarness.Pipelines.Retrieval;

/// <summary>Builds the retrievers of one or more kinds of index.</summary>
public interface IRetrieverFactory
{
    /// <summary>The values of <c>index:</c>.</summary>
    IReadOnlyList<string> Indexes { get; }

    /// <summary>What is wrong with the options, and how to mend it; absent when nothing is. Nothing is built.</summary>
    Inputs.InputProblem? Check(RetrievalSource source, string where);

    /// <summary>What can change what is found, besides options and corpus: where an embedder's endpoint is. May be empty.</summary>
    IReadOnlyDictionary<string, string> ContentHashes(RetrievalSource source);

    /// <summary>An index is built once per corpus and options and shared by the pipelines that ask alike.</summary>
    Task<IRetriever> BuildAsync(RetrievalSource source, CancellationToken cancellationToken);
}
