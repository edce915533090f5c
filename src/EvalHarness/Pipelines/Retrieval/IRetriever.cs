namespace EvalHarness.Pipelines.Retrieval;

/// <summary>Finds the passages for a question, and says why.</summary>
public interface IRetriever
{
    Task<Retrieved> RetrieveAsync(string question, StageClock clock, CancellationToken cancellationToken);
}
