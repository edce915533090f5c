using EvalHarness.Comparisons;
using static EvalHarness.Tests.Comparisons.TestRun;

namespace EvalHarness.Tests.Comparisons;

public sealed class SummariserTests
{
    [Test]
    public async Task A_rate_has_all_four_counts_and_counts_its_failures()
    {
        var table = await new TestRun(Correct)
            .Rows("rag", 10, i => i switch
            {
                < 6 => Correct.Scored(true),
                6 => Correct.NotScored("no verdict"),
                7 => Correct.Failed("timeout"),
                _ => Correct.NotApplicable("unanswerable"),
            })
            .LoadAsync();

        var summary = Summarise(table).Single();

        Assert.That(summary.Counts, Is.EqualTo(new OutcomeCounts(Scored: 6, NotApplicable: 2, NotScored: 1, Failed: 1)));
        Assert.That(summary.Estimate!.Value, Is.EqualTo(0.75));
        Assert.That((summary.Estimate.N, summary.Estimate.Method), Is.EqualTo((8, "wilson")));
    }

    [Test]
    public async Task What_has_no_value_anywhere_has_no_estimate()
    {
        var table = await new TestRun(Recall, Cost).Rows("base", 8, _ => Recall.NotApplicable("does not retrieve"), _ => Cost.NotScored("unknown model")).LoadAsync();

        Assert.That(Summarise(table).Select(s => s.Estimate), Is.All.Null);
    }

    [Test]
    public async Task Times_have_a_mean_and_three_quantiles_with_bounds_where_the_data_support_them()
    {
        var table = await new TestRun(Latency).Rows("rag", 101, i => Latency.Scored(i)).LoadAsync();

        var summaries = Summarise(table).ToDictionary(s => s.Name, s => s.Estimate!);

        Assert.That(summaries.Keys, Is.EqualTo(["latency-service-ms", "latency-service-ms:p50", "latency-service-ms:p95", "latency-service-ms:p99"]));
        Assert.That(summaries["latency-service-ms:p95"].Value, Is.EqualTo(95));
        Assert.That(summaries["latency-service-ms:p95"].High, Is.GreaterThan(95));
        Assert.That(summaries["latency-service-ms:p99"].High, Is.Null);
        Assert.That(summaries["latency-service-ms:p99"].Low, Is.LessThan(99));
    }

    [Test]
    public async Task Slices_have_only_the_p95_of_what_users_wait_for()
    {
        var run = new TestRun(Latency, Search);
        for (var i = 0; i < 8; i++)
            run.Row("rag", $"s{i}", null, new() { ["topic"] = "login" }, 0, Latency.Scored(i), Search.Scored(i));

        var slice = Summarise(await run.LoadAsync()).Where(s => s.Slice == "topic=login");

        Assert.That(slice.Select(s => s.Name), Is.EqualTo(["latency-service-ms", "latency-service-ms:p95", "latency-search-ms"]));
    }

    [Test]
    public async Task Cost_per_correct_answer_is_a_ratio_of_means_with_a_joint_interval()
    {
        var table = await new TestRun(Correct, Cost)
            .Rows("rag", 40, i => i % 4 == 0 ? Correct.Scored(false) : Correct.Scored(true), i => Cost.Scored(0.003 + (i % 3 * 0.001)))
            .LoadAsync();

        var summary = Summarise(table).Single(s => s.Name == "cost-per-correct-usd");

        Assert.That(summary.Estimate!.Value, Is.EqualTo((0.003 + (39 / 40.0 * 0.001)) / 0.75).Within(1e-12));
        Assert.That((summary.Estimate.Method, summary.Counts.Scored), Is.EqualTo(("fieller", 40)));
        Assert.That(summary.Metric.DefinitionId, Is.EqualTo("cost-per-correct-usd@1;cost-usd@1;answer-correctness@1"));
    }

    [Test]
    public async Task Without_a_correct_answer_its_cost_has_no_estimate()
    {
        var table = await new TestRun(Correct, Cost).Rows("rag", 10, _ => Correct.Scored(false), _ => Cost.Scored(0.003)).LoadAsync();

        Assert.That(Summarise(table).Single(s => s.Name == "cost-per-correct-usd").Estimate, Is.Null);
    }

    [Test]
    public async Task A_failed_answer_without_a_known_cost_makes_correct_ones_dearer()
    {
        var table = await new TestRun(Correct, Cost)
            .Rows("rag", 10, i => i < 5 ? Correct.Scored(true) : Correct.Failed("timeout"), i => i < 5 ? Cost.Scored(0.01) : Cost.Failed("timeout"))
            .LoadAsync();

        var summary = Summarise(table).Single(s => s.Name == "cost-per-correct-usd");

        Assert.That(summary.Estimate!.Value, Is.EqualTo(0.02).Within(1e-12));
        Assert.That((summary.Counts.Scored, summary.Counts.Failed), Is.EqualTo((5, 5)));
    }

    [Test]
    public async Task The_order_of_rows_changes_nothing()
    {
        var run = new TestRun(Recall, Latency);
        for (var i = 0; i < 60; i++)
            run.Row("rag", $"s{i}", $"doc-{i % 13}", new() { ["topic"] = $"{i % 2}" }, 0, Recall.Scored(i % 7 / 6.0), Latency.Scored(i * 1.7 % 11));

        Assert.That(Summarise(await run.LoadReversedAsync()), Is.EqualTo(Summarise(await run.LoadAsync())));
    }

    private static IReadOnlyList<MetricSummary> Summarise(ScoreTable table) => new Summariser(1).Summarise(table);
}
