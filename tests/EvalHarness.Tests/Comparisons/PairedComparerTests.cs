using EvalHarness.Comparisons;
using EvalHarness.Inputs;
using EvalHarness.Tests.Gates;
using static EvalHarness.Tests.Comparisons.TestRun;

namespace EvalHarness.Tests.Comparisons;

public sealed class PairedComparerTests
{
    [Test]
    public async Task What_a_margin_needs_does_not_depend_on_the_difference_seen()
    {
        var comparison = new PairedComparer(1).Compare(await TestGate.RatesAsync(200, 20, 20), "old").Single(c => c.Metric.Id == "answer-correctness");

        // (1.9600 + 0.8416)² · 0.2 · 200/199 / 0.05².
        Assert.That(comparison.NeededFor(0.05), Is.EqualTo(632));
        Assert.That(comparison.NNeeded, Is.Null, "no difference was seen");
    }

    [Test]
    public async Task A_better_rate_is_found_sample_by_sample()
    {
        // The candidate alone is right on 12 of 50 samples, the baseline alone on 2: Tango's own example.
        var table = await new TestRun(Correct)
            .Rows("rag", 50, i => Correct.Scored(i is 12 or 13 or > 13))
            .Rows("hybrid", 50, i => Correct.Scored(i is < 12 or > 13))
            .LoadAsync();

        var comparison = new PairedComparer(1).Compare(table, "rag").Single();

        Assert.That((comparison.Candidate, comparison.Baseline, comparison.N, comparison.Clusters), Is.EqualTo(("hybrid", "rag", 50, 50)));
        Assert.That((comparison.Wins, comparison.Losses), Is.EqualTo((12, 2)));
        Assert.That(comparison.Difference!.Value, Is.EqualTo(0.2).Within(1e-12));
        Assert.That(comparison.Difference.Low, Is.EqualTo(0.0611124).Within(1e-6));
        Assert.That(comparison.P, Is.EqualTo(0.007526315).Within(1e-6));
        Assert.That(comparison.PAdjusted, Is.EqualTo(comparison.P));
    }

    [Test]
    public async Task Wins_follow_the_direction_of_the_metric_and_the_difference_does_not()
    {
        var table = await new TestRun(Unsupported)
            .Rows("rag", 20, i => Unsupported.Scored(i < 10))
            .Rows("hybrid", 20, i => Unsupported.Scored(i < 4))
            .LoadAsync();

        var comparison = new PairedComparer(1).Compare(table, "rag").Single();

        Assert.That(comparison.Difference!.Value, Is.EqualTo(-0.3).Within(1e-12));
        Assert.That((comparison.Wins, comparison.Losses), Is.EqualTo((6, 0)));
    }

    [Test]
    public async Task Swapping_the_sides_negates_the_comparison()
    {
        var run = new TestRun(Correct, Recall, Latency);
        foreach (var (pipeline, shift) in new[] { ("rag", 0), ("hybrid", 2) })
            for (var i = 0; i < 60; i++)
                run.Row(pipeline, $"s{i}", $"doc-{i % 20}", [], 0, Correct.Scored((i + shift) % 3 > 0), Recall.Scored((i * 7 % 5 + shift) / 8.0), Latency.Scored(i * (2 + shift) % 17));
        var table = await run.LoadAsync();

        var one = new PairedComparer(1).Compare(table, "rag");
        var other = new PairedComparer(1).Compare(table, "hybrid");

        foreach (var (a, b) in one.Zip(other))
        {
            Assert.That(a.Difference!.Value, Is.EqualTo(-b.Difference!.Value).Within(1e-12));
            Assert.That(a.Difference.Low, Is.EqualTo(-b.Difference.High).Within(1e-9));
            Assert.That((a.P, a.Wins, a.Mde), Is.EqualTo((b.P, b.Losses, b.Mde)));
        }
    }

    [Test]
    public async Task Only_samples_on_which_both_have_a_value_are_paired()
    {
        var table = await new TestRun(Recall)
            .Rows("rag", 20, i => i < 15 ? Recall.Scored(0.5) : Recall.NotApplicable("no gold evidence"))
            .Rows("hybrid", 18, i => Recall.Scored(0.5 + (i % 2 / 4.0)))
            .LoadAsync();

        Assert.That(new PairedComparer(1).Compare(table, "rag").Single().N, Is.EqualTo(15));
    }

    [Test]
    public async Task A_failure_counts_against_the_candidate()
    {
        var table = await new TestRun(Correct)
            .Rows("rag", 20, _ => Correct.Scored(true))
            .Rows("hybrid", 20, i => i < 15 ? Correct.Scored(true) : Correct.Failed("timeout"))
            .LoadAsync();

        var comparison = new PairedComparer(1).Compare(table, "rag").Single();

        Assert.That((comparison.N, comparison.Losses), Is.EqualTo((20, 5)));
        Assert.That(comparison.Difference!.Value, Is.EqualTo(-0.25));
    }

    [Test]
    public async Task Fewer_than_6_clusters_give_no_difference()
    {
        var run = new TestRun(Correct);
        for (var i = 0; i < 50; i++)
            run.Row("rag", $"s{i}", $"doc-{i % 5}", [], 0, Correct.Scored(false)).Row("hybrid", $"s{i}", $"doc-{i % 5}", [], 0, Correct.Scored(true));

        var comparison = new PairedComparer(1).Compare(await run.LoadAsync(), "rag").Single();

        Assert.That((comparison.Difference, comparison.P, comparison.Test, comparison.Mde), Is.EqualTo(((object?)null, (double?)null, (string?)null, (double?)null)));
        Assert.That((comparison.Clusters, comparison.Wins), Is.EqualTo((5, 50)));
    }

    [Test]
    public async Task No_difference_on_any_sample_is_no_evidence()
    {
        var table = await new TestRun(Correct).Rows("rag", 30, _ => Correct.Scored(true)).Rows("hybrid", 30, _ => Correct.Scored(true)).LoadAsync();

        var comparison = new PairedComparer(1).Compare(table, "rag").Single();

        Assert.That(comparison.Difference!.High, Is.GreaterThan(0.1));
        Assert.That((comparison.P, comparison.PAdjusted, comparison.NNeeded), Is.EqualTo(((double?)null, (double?)null, (int?)null)));
    }

    [Test]
    public async Task P_is_adjusted_over_the_metrics_of_all_rows_and_nowhere_else()
    {
        var run = new TestRun(Correct, Unsupported);
        foreach (var pipeline in new[] { "rag", "hybrid" })
            for (var i = 0; i < 40; i++)
                run.Row(pipeline, $"s{i}", null, new() { ["topic"] = "login" }, 0, Correct.Scored(pipeline == "hybrid" || i > 7), Unsupported.Scored(pipeline == "rag" && i < 3));

        var comparisons = new PairedComparer(1).Compare(await run.LoadAsync(), "rag");
        var all = comparisons.Where(c => c.Slice == "all").ToDictionary(c => c.Metric.Id);

        Assert.That(all[Correct.Id].PAdjusted, Is.EqualTo(2 * all[Correct.Id].P).Within(1e-12));
        Assert.That(all[Unsupported.Id].PAdjusted, Is.EqualTo(all[Unsupported.Id].P));
        Assert.That(comparisons.Where(c => c.Slice != "all").Select(c => c.PAdjusted), Is.All.Null);
    }

    [Test]
    public async Task Two_runs_pair_by_sample_id()
    {
        var before = await new TestRun(Correct).Rows("rag", 30, i => Correct.Scored(i % 2 == 0)).LoadAsync();
        var after = await new TestRun(Correct).Row("rag", "new", Correct.Scored(true)).Rows("rag", 25, i => Correct.Scored(i % 2 == 0 || i < 10)).LoadAsync();

        var comparison = new PairedComparer(1).Compare(after, ["rag"], before, "rag").Single();

        Assert.That((comparison.N, comparison.Wins, comparison.Losses), Is.EqualTo((25, 5, 0)));
    }

    [Test]
    public async Task Unlike_definitions_are_refused()
    {
        var before = await new TestRun(Correct).Rows("rag", 10, _ => Correct.Scored(true)).LoadAsync();
        var after = await new TestRun(Correct with { Definition = "2" }).Rows("rag", 10, _ => Correct.Scored(true)).LoadAsync();

        Assert.That(
            () => new PairedComparer(1).Compare(after, ["rag"], before, "rag"),
            Throws.TypeOf<InputException>().With.Message.Contains("answer-correctness@2 and answer-correctness@1"));
    }

    [Test]
    public async Task An_unknown_baseline_is_named_with_those_that_there_are()
    {
        var table = await new TestRun(Correct).Rows("rag", 10, _ => Correct.Scored(true)).LoadAsync();

        Assert.That(() => new PairedComparer(1).Compare(table, "raq"), Throws.ArgumentException.With.Message.Contains("raq: not in this run, which has rag"));
    }
}
