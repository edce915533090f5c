using System.Globalization;
using EvalHarness.Comparisons;
using EvalHarness.Evaluators;
using EvalHarness.Metrics;
using EvalHarness.Runs;
using static EvalHarness.Tests.Comparisons.TestRun;

namespace EvalHarness.Tests.Comparisons;

public sealed class RepeatSummariserTests
{
    private static readonly Metric Strict = new("format-strict", Unit.YesNo, Direction.Higher, "1");

    // Samples 0–5 right every time, 6–8 once in two, 9–11 never.
    private static readonly IReadOnlyList<ResultRow> Rows =
        [.. from i in Enumerable.Range(0, 12) from repeat in Enumerable.Range(0, 2) select Row(i, repeat, Correct.Scored(i < 6 || (i < 9 && repeat == 0)), Strict.Scored(true))];

    [Test]
    public async Task Repeats_are_summed_up_by_sample()
    {
        var lines = await SummariseAsync(Rows, repeats: 2);

        Assert.That(lines.Select(l => l.Name), Is.EqualTo(new[] { "pass@2", "pass^2", "format-agreement", "answer-agreement", "variance-within", "variance-between" }));
        Assert.That(lines.Select(l => l.Counts), Is.All.EqualTo(new OutcomeCounts(12, 0, 0, 0)));
        Assert.That(Value(lines, "pass@2"), Is.EqualTo(0.75));
        Assert.That(Value(lines, "pass^2"), Is.EqualTo(0.5));
        Assert.That(Value(lines, "format-agreement"), Is.EqualTo(1));
        Assert.That(Value(lines, "answer-agreement"), Is.EqualTo(0.75));
    }

    // Means 1 (6 times), ½ (3), 0 (3) about 0.625: Σ(m − m̄)² = 6·0.1406 + 3·0.0156 + 3·0.3906 = 2.0625; MSB = 2 · 2.0625 / 11 = 0.375; MSW = 3 · ½ / 12 = 0.125.
    [Test]
    public async Task Variances_are_those_of_an_analysis_of_variance()
    {
        var lines = await SummariseAsync(Rows, repeats: 2);

        Assert.That(Value(lines, "variance-within"), Is.EqualTo(0.125).Within(1e-12));
        Assert.That(Value(lines, "variance-between"), Is.EqualTo(0.125).Within(1e-12));
        Assert.That(lines.Skip(4).Select(l => l.Estimate!), Has.All.Matches<EvalHarness.Statistics.Estimate>(e => e is { Low: >= 0, High: > 0.125 }));
        Assert.That(lines.Skip(4).Select(l => l.Estimate!.Method), Is.EqualTo(new[] { "wilson", "t" }));
    }

    [Test]
    public async Task Where_nothing_varies_the_variances_are_0_and_not_known_to_be()
    {
        var lines = await SummariseAsync([.. from i in Enumerable.Range(0, 12) from repeat in Enumerable.Range(0, 2) select Row(i, repeat, Correct.Scored(true))], repeats: 2);

        Assert.That(lines[4].Estimate, Has.Property("Value").Zero.And.Property("High").GreaterThan(0.1));
        Assert.That(lines[5].Estimate, Has.Property("Value").Zero.And.Property("High").Null);
    }

    [Test]
    public async Task Samples_of_one_cluster_are_not_independent()
    {
        var clustered = Rows.Select(r => r with { Sample = r.Sample with { Cluster = $"doc-{int.Parse(r.Sample.Id[1..], CultureInfo.InvariantCulture) / 2}" } }).ToList();

        var lines = await SummariseAsync(clustered, repeats: 2);

        Assert.That(lines.Select(l => l.Estimate!.Method), Is.EqualTo(new[] { "wilson-effective-n", "wilson-effective-n", "wilson-effective-n", "wilson-effective-n", "wilson-effective-n", "clustered-t" }));
    }

    [Test]
    public async Task One_answer_per_question_has_no_consistency()
    {
        var lines = await SummariseAsync([.. Rows.Where(r => r.Repeat == 0)], repeats: 1);

        Assert.That(lines.Select(l => l.Name), Has.Some.EqualTo("pass^1").And.Some.EqualTo("variance-between"));
        Assert.That(lines.Select(l => (l.Counts, l.Estimate)), Is.All.EqualTo((new OutcomeCounts(0, 12, 0, 0), (EvalHarness.Statistics.Estimate?)null)));
    }

    [Test]
    public async Task A_sample_of_which_a_repeat_is_missing_is_left_out()
    {
        var lines = await SummariseAsync([.. Rows.SkipLast(1)], repeats: 2);

        Assert.That(lines.Select(l => l.Counts), Is.All.EqualTo(new OutcomeCounts(11, 0, 0, 0)));
    }

    [Test]
    public async Task Unlabelled_failed_and_unscored_samples_are_counted_as_what_they_are()
    {
        ResultRow[] rows =
        [
            .. Rows,
            Row(12, 0, Correct.NotApplicable("unlabelled")), Row(12, 1, Correct.NotApplicable("unlabelled")),
            Row(13, 0, Correct.Failed("timeout")) with { Trace = Some.Trace(null) }, Row(13, 1, Correct.Failed("timeout")) with { Trace = Some.Trace(null) },
            Row(14, 0, Correct.NotScored("unread")), Row(14, 1, Correct.NotScored("unread")),
        ];

        var lines = await SummariseAsync(rows, repeats: 2);

        Assert.That(lines.Single(l => l.Name == "pass^2").Counts, Is.EqualTo(new OutcomeCounts(12, 1, 1, 1)));
        Assert.That(Value(lines, "pass^2"), Is.EqualTo(6 / 14.0).Within(1e-12));
        Assert.That(lines.Single(l => l.Name == "answer-agreement").Counts, Is.EqualTo(new OutcomeCounts(14, 0, 0, 1)));
    }

    private static ResultRow Row(int i, int repeat, params Score[] scores) => new(
        "rag",
        repeat,
        Some.Sample($"s{i:00}") with { Cluster = null },
        Some.Trace(Some.Answer(i is >= 6 and < 9 && repeat == 1 ? "60 minutes" : "30 minutes")),
        scores.ToDictionary(s => s.Metric));

    private static double? Value(IReadOnlyList<MetricSummary> lines, string metric) => lines.Single(l => l.Name == metric).Estimate?.Value;

    private static async Task<IReadOnlyList<MetricSummary>> SummariseAsync(IReadOnlyList<ResultRow> rows, int repeats)
    {
        var table = await ScoreTable.LoadAsync(rows.ToAsyncEnumerable(), [Correct, Strict], default);
        return await new RepeatSummariser(1, repeats, new AnswerReader(new AnswerContract())).SummariseAsync(rows.ToAsyncEnumerable(), table, default);
    }
}
