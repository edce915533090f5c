namespace EvalHarness.Pipelines.Retrieval.Search;

/// <summary>Searches in two ways and adds up what each rank is worth: reciprocal rank fusion.</summary>
/// <remarks>Source: Cormack, Clarke and Büttcher 2009, Reciprocal Rank Fusion Outperforms Condorcet and Individual Rank Learning Methods; a rank r is worth 1 / (k + r).</remarks>
public sealed class HybridSearch(ISearchIndex first, ISearchIndex second, int fusionK) : ISearchIndex
{
    public async Task<IReadOnlyList<SearchHit>> SearchAsync(string question, int count, StageClock clock, CancellationToken cancellationToken)
    {
        // One after the other, so that the time of one is not in the other's.
        var one = await first.SearchAsync(question, count, clock, cancellationToken);
        var other = await second.SearchAsync(question, count, clock, cancellationToken);
        return Fuse([one, other], count);
    }

    private IReadOnlyList<SearchHit> Fuse(IReadOnlyList<IReadOnlyList<SearchHit>> rankings, int count) =>
    [
        .. rankings
            .SelectMany(ranking => ranking.Select((hit, i) => (Hit: hit, Worth: 1.0 / (fusionK + i + 1))))
            .GroupBy(r => r.Hit.Number)
            .Select(found => Fused([.. found]))
            .OrderByDescending(hit => hit.Score)
            .ThenBy(hit => hit.Number)
            .Take(count),
    ];

    private static SearchHit Fused(IReadOnlyList<(SearchHit Hit, double Worth)> found)
    {
        var parts = found.SelectMany(f => f.Hit.Parts).ToDictionary(StringComparer.Ordinal);
        parts["rrf"] = found.Sum(f => f.Worth);
        return found[0].Hit with { Score = parts["rrf"], Parts = parts };
    }
}
