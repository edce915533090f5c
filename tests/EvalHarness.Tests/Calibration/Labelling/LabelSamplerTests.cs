using EvalHarness.Calibration.Labelling;
using EvalHarness.Metrics;
using EvalHarness.Runs;

namespace EvalHarness.Tests.Calibration.Labelling;

public sealed class LabelSamplerTests
{
    [Test]
    public void The_draw_does_not_depend_on_the_order_of_rows()
    {
        var candidates = Candidates(40, "rag").ToList();

        Assert.That(Ids(Draw(candidates, 10)), Is.EqualTo(Ids(Draw(candidates.AsEnumerable().Reverse(), 10))));
    }

    [Test]
    public void Another_seed_is_another_draw()
    {
        var candidates = Candidates(40, "rag").ToList();

        Assert.That(Ids(Draw(candidates, 10)), Is.Not.EqualTo(Ids(Draw(candidates, 10, seed: 2))));
    }

    [Test]
    public void Rows_are_shuffled() => Assert.That(Ids(Draw(Candidates(40, "rag"), 40)), Is.Not.Ordered.And.EquivalentTo(Ids([.. Candidates(40, "rag")])));

    [Test]
    public void Every_stratum_has_its_share()
    {
        // Every fourth row got a yes: of 40 rows each pipeline's 10 and 30.
        var drawn = Draw(Candidates(40, "rag").Concat(Candidates(40, "tuned")), 16, isStratified: true);

        Assert.That(drawn.CountBy(c => (c.Row.Pipeline, c.SaidYes)).ToDictionary(), Is.EquivalentTo(new Dictionary<(string, bool), int>
        {
            [("rag", true)] = 2,
            [("rag", false)] = 6,
            [("tuned", true)] = 2,
            [("tuned", false)] = 6,
        }));
    }

    [TestCase(new[] { 1, 1, 1 }, 2, new[] { 1, 1, 0 })]
    [TestCase(new[] { 70, 20, 10 }, 7, new[] { 5, 1, 1 })]
    [TestCase(new[] { 5, 0 }, 5, new[] { 5, 0 })]
    public void Shares_add_up_to_the_total(int[] sizes, int total, int[] shares) => Assert.That(LabelSampler.Allocate(sizes, total), Is.EqualTo(shares));

    [Test]
    public void Fewer_rows_than_asked_for_are_all_drawn() => Assert.That(Draw(Candidates(3, "rag"), 10), Has.Count.EqualTo(3));

    private static IReadOnlyList<LabelCandidate> Draw(IEnumerable<LabelCandidate> candidates, int count, int seed = 1, bool isStratified = false)
    {
        LabelSampler sampler = new(count, seed, isStratified);
        foreach (var candidate in candidates)
            sampler.Offer(candidate);
        return sampler.Draw();
    }

    private static IEnumerable<LabelCandidate> Candidates(int count, string pipeline) =>
        from i in Enumerable.Range(0, count)
        let id = $"s{i:00}"
        let row = new ResultRow(pipeline, 0, Some.Sample(id), Some.Trace(Some.Answer(), id, pipeline), new Dictionary<string, Score>())
        select new LabelCandidate(row, i % 4 == 0 ? 1 : 0, i % 4 == 0);

    private static string[] Ids(IReadOnlyList<LabelCandidate> candidates) => [.. candidates.Select(c => c.Row.Sample.Id)];
}
