using EvalHarness.Comparisons;
using EvalHarness.Diagnosis;
using EvalHarness.Metrics;
using static EvalHarness.Tests.Comparisons.TestRun;

namespace EvalHarness.Tests.Comparisons;

public sealed class CauseSummariserTests
{
    private static readonly Metric Refusal = new("over-refusal", Unit.YesNo, Direction.Lower, "1");

    [Test]
    public async Task Every_cause_is_counted_among_the_faulty_rows_and_among_all()
    {
        var table = await new TestRun(Correct, Refusal).Rows("rag", 10, i => Correct.Scored(i < 6), i => Refusal.Scored(i == 9)).LoadAsync();

        var causes = Summarise(table);

        Assert.That(causes.Select(c => c.Cause), Is.EqualTo(Enum.GetValues<Cause>()));
        Assert.That(causes.Where(c => c.Rows > 0).Select(c => (c.Cause, c.Rows, c.Share)), Is.EqualTo(new (Cause, int, double?)[] { (Cause.OverRefused, 1, 0.25), (Cause.Unattributed, 3, 0.75) }));
        Assert.That(causes.Select(c => (c.Faulty, c.All)), Is.All.EqualTo((4, 10)));
        Assert.That(causes.Single(c => c.Cause == Cause.Unattributed).Rate, Is.EqualTo(causes[^1].Rate).And.Matches<EvalHarness.Statistics.Estimate>(e => e is { Value: 0.3, Method: "wilson", N: 10 }));
    }

    [Test]
    public async Task Where_nothing_went_wrong_there_is_no_share()
    {
        var table = await new TestRun(Correct).Rows("rag", 8, _ => Correct.Scored(true)).LoadAsync();

        Assert.That(Summarise(table).Select(c => (c.Rows, c.Share)), Is.All.EqualTo((0, (double?)null)));
    }

    [Test]
    public async Task Repeats_count_as_rows_and_their_rate_is_averaged_by_sample()
    {
        var run = new TestRun(Correct);
        for (var i = 0; i < 8; i++)
            for (var repeat = 0; repeat < 2; repeat++)
                run.Row("rag", $"s{i}", $"doc-{i}", [], repeat, Correct.Scored(repeat == 1));

        var cause = Summarise(await run.LoadAsync())[^1];

        Assert.That((cause.Rows, cause.All), Is.EqualTo((8, 16)));
        Assert.That((cause.Rate!.Value, cause.Rate.N), Is.EqualTo((0.5, 8)));
    }

    [Test]
    public async Task The_order_of_rows_changes_nothing()
    {
        var run = new TestRun(Correct);
        for (var i = 0; i < 40; i++)
            run.Row("rag", $"s{i}", $"doc-{i % 11}", [], 0, Correct.Scored(i % 3 == 0));

        Assert.That(Summarise(await run.LoadReversedAsync()), Is.EqualTo(Summarise(await run.LoadAsync())));
    }

    private static IReadOnlyList<CauseSummary> Summarise(ScoreTable table) => new CauseSummariser(1).Summarise(table);
}
