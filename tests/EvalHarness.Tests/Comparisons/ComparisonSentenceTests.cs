using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Tests.Comparisons;

public sealed class ComparisonSentenceTests
{
    [Test]
    public void A_higher_rate_is_said_in_points_with_its_interval_and_rows()
    {
        Assert.That(
            ComparisonSentence.Of(Comparison(TestRun.Correct, 0.062, 0.021, 0.103)),
            Is.EqualTo("hybrid answers correctly more often than rag by 6.2 points [2.1, 10.3], n = 416 in 96 clusters."));
    }

    [Test]
    public void A_lower_time_is_said_as_faster_by_a_positive_amount()
    {
        Assert.That(
            ComparisonSentence.Of(Comparison(TestRun.Latency, -1250, -1300.26, -1200)),
            Is.EqualTo("hybrid is faster than rag by 1,250.0 ms [1,200.0, 1,300.3], n = 416 in 96 clusters."));
    }

    [Test]
    public void An_interval_around_0_says_nothing_but_the_rows_needed()
    {
        Assert.That(
            ComparisonSentence.Of(Comparison(TestRun.Correct, 0.01, -0.02, 0.04) with { NNeeded = 1374 }),
            Is.EqualTo("Nothing can be said with these rows; n ≈ 1,374 would be needed."));
    }

    [Test]
    public void Too_few_clusters_are_said()
    {
        var comparison = Comparison(TestRun.Correct, 0, 0, 0) with { Difference = null, Clusters = 5 };

        Assert.That(ComparisonSentence.Of(comparison), Is.EqualTo("Nothing can be said with these rows: n = 416 in 5 clusters, and at least 6 clusters are needed."));
    }

    [Test]
    public void Rows_that_do_not_differ_are_never_called_equal()
    {
        var comparison = Comparison(TestRun.Correct, 0, -0.01, 0.01) with { Wins = 0, Losses = 0 };

        Assert.That(ComparisonSentence.Of(comparison), Does.Contain("no evidence either way").And.Not.Contain("equal"));
    }

    [Test]
    public void A_finding_that_many_metrics_explain_is_doubted()
    {
        Assert.That(ComparisonSentence.Of(Comparison(TestRun.Correct, 0.06, 0.01, 0.11) with { PAdjusted = 0.4 }), Does.Contain("may be chance"));
    }

    [Test]
    public void An_end_that_the_data_do_not_bound_is_said()
    {
        Assert.That(ComparisonSentence.Of(Comparison(TestRun.Recall, 0.06, 0.01, null)), Does.StartWith("hybrid has a higher retrieval-recall@5 than rag by 6.0 points [1.0, unbounded]"));
    }

    private static PairedComparison Comparison(Metric metric, double value, double? low, double? high) => new(
        "hybrid", "rag", metric, "all", 416, 96, new Estimate(value, low, high, 0.95, "tango", 416), P: 0.01, PAdjusted: 0.03, "tango-score", Wins: 40, Losses: 14, Mde: 0.05, NNeeded: 300);
}
