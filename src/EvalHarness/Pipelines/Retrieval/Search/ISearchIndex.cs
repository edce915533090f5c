namespace EvalHarness.Pipelines.Retrieval.Search;

/// <summary>Finds chunks for a question; times what it does.</summary>
public interface ISearchIndex
{
    /// <summary>The best chunks, best first; chunks of equal score in the order of the corpus.</summary>
    Task<IReadOnlyList<SearchHit>> SearchAsync(string question, int count, StageClock clock, CancellationToken cancellationToken);
}
