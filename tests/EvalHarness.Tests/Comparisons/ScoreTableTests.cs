using EvalHarness.Comparisons;
using EvalHarness.Inputs;
using EvalHarness.Metrics;
using static EvalHarness.Tests.Comparisons.TestRun;

namespace EvalHarness.Tests.Comparisons;

public sealed class ScoreTableTests
{
    [Test]
    public async Task Rows_are_laid_out_by_sample_and_repeat_whatever_their_order()
    {
        var run = new TestRun(Recall)
            .Row("rag", "b", "doc-1", [], 1, Recall.Scored(0.2))
            .Row("rag", "a", "doc-2", [], 0, Recall.Scored(0.3))
            .Row("rag", "b", "doc-1", [], 0, Recall.Scored(0.1));

        foreach (var table in new[] { await run.LoadAsync(), await run.LoadReversedAsync() })
        {
            var column = table.Column("rag", Recall.Id)!;

            Assert.That(table.Samples.Select(s => (s.Id, s.ClusterIndex)), Is.EqualTo([("b", 0), ("a", 1)]));
            Assert.That(new[] { column.ValueOf(0, 0), column.ValueOf(0, 1), column.ValueOf(1, 0) }, Is.EqualTo(new double?[] { 0.1, 0.2, 0.3 }));
            Assert.That(column.OutcomeOf(1, 1), Is.Null, "a has one repeat only");
        }
    }

    [Test]
    public async Task Tags_make_slices_after_the_slice_of_all()
    {
        var table = await new TestRun(Recall)
            .Row("rag", "a", null, new() { ["topic"] = "login", ["hops"] = "1" }, 0, Recall.Scored(1))
            .Row("rag", "b", null, new() { ["topic"] = "login" }, 0, Recall.Scored(1))
            .LoadAsync();

        Assert.That(table.Slices.Select(s => (s.Name, s.Samples.Count)), Is.EqualTo([("all", 2), ("hops=1", 1), ("topic=login", 2)]));
    }

    [Test]
    public async Task Repeats_are_averaged_and_a_row_without_value_counts_as_the_worst()
    {
        var table = await new TestRun(Correct, Unsupported, Cost)
            .Row("rag", "a", null, [], 0, Correct.Scored(true), Unsupported.Scored(false), Cost.Scored(0.1))
            .Row("rag", "a", null, [], 1, Correct.Failed("timeout"), Unsupported.NotScored("no verdict"), Cost.Failed("timeout"))
            .LoadAsync();

        Assert.That(table.Column("rag", Correct.Id)!.MeanOf(0), Is.EqualTo(0.5));
        Assert.That(table.Column("rag", Unsupported.Id)!.MeanOf(0), Is.EqualTo(0.5));
        Assert.That(table.Column("rag", Cost.Id)!.MeanOf(0), Is.EqualTo(0.1), "money has no worst");
    }

    [Test]
    public async Task A_score_that_nobody_gave_is_not_scored()
    {
        var table = await new TestRun(Correct).Row("rag", "a").LoadAsync();

        Assert.That(table.Column("rag", Correct.Id)!.OutcomeOf(0, 0), Is.EqualTo(Outcome.NotScored));
    }

    [Test]
    public void A_row_that_comes_twice_is_refused()
    {
        var run = new TestRun(Recall).Row("rag", "a", Recall.Scored(1)).Row("rag", "a", Recall.Scored(1));

        Assert.That(run.LoadAsync, Throws.TypeOf<InvalidDataException>().With.Message.Contains("sample a, repeat 0: two rows"));
    }

    [Test]
    public void A_value_that_is_not_a_number_is_refused()
    {
        var run = new TestRun(Recall).Row("rag", "a", Recall.Scored(double.NaN));

        Assert.That(run.LoadAsync, Throws.TypeOf<InvalidDataException>().With.Message.Contains("rag, sample a, retrieval-recall@5"));
    }

    [Test]
    public void Two_definitions_of_one_metric_are_refused()
    {
        var run = new TestRun(Recall, Recall with { Definition = "2" });

        Assert.That(run.LoadAsync, Throws.TypeOf<InputException>().With.Message.Contains("retrieval-recall@5@1 and retrieval-recall@5@2"));
    }
}
