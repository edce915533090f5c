namespace EvalHarness.Pipelines.Retrieval.Search;

/// <summary>Searches by words.</summary>
public sealed class KeywordSearch(ITextIndex index) : ISearchIndex
{
    public Task<IReadOnlyList<SearchHit>> SearchAsync(string question, int count, StageClock clock, CancellationToken cancellationToken) =>
        Task.FromResult(clock.Time(Stage.Search, () => index.Search(question, count)));
}
