using EvalHarness.Datasets;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Retrieval.Chunks;
using EvalHarness.Pipelines.Retrieval.Search;

namespace EvalHarness.Tests.Pipelines.Retrieval.Search;

internal sealed class HybridSearchTests
{
    private static readonly Chunk[] Chunks = [.. "abcd".Select(c => new Chunk($"{c}#0", new Document($"{c}", "Title", null, "Text"), new TextSpan(0, 4)))];

    [Test]
    public async Task Ranks_are_worth_their_reciprocals()
    {
        var found = await FuseAsync(k: 60, [0, 1, 2], [2, 0], count: 10);

        // By hand: a is first and second, c third and first, b second alone.
        Assert.That(found.Select(h => h.Number), Is.EqualTo(new[] { 0, 2, 1 }));
        Assert.That(found.Select(h => h.Score), Is.EqualTo(new[] { (1.0 / 61) + (1.0 / 62), (1.0 / 63) + (1.0 / 61), 1.0 / 62 }).Within(1e-15));
        Assert.That(found[0].Parts.Keys, Is.EquivalentTo(new[] { "bm25", "cosine", "rrf" }));
        Assert.That(found[2].Parts.Keys, Is.EquivalentTo(new[] { "bm25", "rrf" }));
    }

    [Test]
    public async Task A_small_k_lets_a_first_place_outweigh_two_middling_ones()
    {
        var large = await FuseAsync(k: 60, [3, 0, 1], [2, 0, 1], count: 1);
        var small = await FuseAsync(k: 0, [3, 0, 1], [2, 1, 0], count: 1);

        Assert.That(large[0].Number, Is.Zero);
        Assert.That(small[0].Number, Is.EqualTo(2));
    }

    [Test]
    public async Task Equals_stay_in_the_order_of_the_corpus_and_no_more_than_asked_for_come_back()
    {
        var found = await FuseAsync(k: 60, [3, 1], [1, 3], count: 1);

        Assert.That(found.Select(h => h.Number), Is.EqualTo(new[] { 1 }));
    }

    private static Task<IReadOnlyList<SearchHit>> FuseAsync(int k, int[] words, int[] vectors, int count) =>
        new HybridSearch(new Ranking("bm25", words), new Ranking("cosine", vectors), k).SearchAsync("?", count, new StageClock(TimeProvider.System), CancellationToken.None);

    private sealed class Ranking(string part, int[] numbers) : ISearchIndex
    {
        public Task<IReadOnlyList<SearchHit>> SearchAsync(string question, int count, StageClock clock, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<SearchHit>>([.. numbers.Select((n, i) => new SearchHit(n, Chunks[n], 9 - i, new Dictionary<string, double> { [part] = 9 - i }))]);
    }
}
