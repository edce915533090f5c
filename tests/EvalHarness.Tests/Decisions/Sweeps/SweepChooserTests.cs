using EvalHarness.Comparisons;
using EvalHarness.Decisions.Sweeps;
using EvalHarness.Inputs;
using EvalHarness.Metrics;
using EvalHarness.Tests.Comparisons;
using static EvalHarness.Tests.Comparisons.TestRun;

namespace EvalHarness.Tests.Decisions.Sweeps;

public sealed class SweepChooserTests
{
    private const int Rows = 400;

    private static readonly SweepAim Aim = new(Correct, 0.05, "p95");

    [Test]
    public async Task A_cheaper_point_that_is_shown_to_be_within_the_tolerance_is_chosen()
    {
        var choice = await ChooseAsync(Aim, ("rag", i => i < 300, 3), ("small", i => i < 299, 1), ("large", i => i < 301, 5));

        Assert.That((choice.Best.Name, choice.Chosen.Name), Is.EqualTo(("large", "small")));
        Assert.That(choice.Points.Select(p => p.Standing), Is.EqualTo(new[] { PointStanding.WithinTolerance, PointStanding.WithinTolerance, PointStanding.Best }));
        Assert.That(choice.Points[1].AgainstBest!.Difference.Value, Is.EqualTo(-2.0 / Rows).Within(1e-12));
        Assert.That(choice.Points.Select(p => p.IsOnFront), Is.All.True);
    }

    [Test]
    public async Task A_cheaper_point_that_is_not_shown_to_be_worse_is_no_reason()
    {
        // Each is right where the other is wrong: no difference, and nobody can say that there is none.
        var choice = await ChooseAsync(Aim, ("rag", i => i % 2 == 0 || i == 1, 3), ("small", i => i % 2 == 1, 1));

        Assert.That((choice.Best.Name, choice.Chosen.Name), Is.EqualTo(("rag", "rag")));
        Assert.That(choice.Points[1].Standing, Is.EqualTo(PointStanding.Open));
        Assert.That(choice.Points[1].AgainstBest!.RowsNeeded, Is.GreaterThan(Rows));
    }

    [Test]
    public async Task A_tolerance_of_nothing_keeps_the_best()
    {
        var choice = await ChooseAsync(Aim with { Tolerance = 0 }, ("rag", i => i < 300, 3), ("small", i => i < 299, 1));

        Assert.That(choice.Chosen.Name, Is.EqualTo("rag"));
    }

    [Test]
    public async Task A_point_that_is_shown_to_be_worse_is_told()
    {
        var choice = await ChooseAsync(Aim, ("rag", i => i < 300, 3), ("small", i => i < 200, 1));

        Assert.That(choice.Points[1].Standing, Is.EqualTo(PointStanding.Worse));
        Assert.That(choice.Points[1].IsOnFront, Is.True, "it is cheaper all the same");
        Assert.That(choice.Chosen.Name, Is.EqualTo("rag"));
    }

    [Test]
    public async Task P_values_are_adjusted_over_the_points()
    {
        var alone = await ChooseAsync(Aim, ("rag", i => i < 300, 3), ("a", i => i < 292, 1));
        var among = await ChooseAsync(Aim, ("rag", i => i < 300, 3), ("a", i => i < 292, 1), ("b", i => i < 291, 1), ("c", i => i < 290, 1));

        Assert.That(among.Points[1].AgainstBest!.P, Is.GreaterThan(alone.Points[1].AgainstBest!.P!.Value));
        Assert.That(among.Points[1].AgainstBest!.Difference, Is.EqualTo(alone.Points[1].AgainstBest!.Difference));
    }

    [Test]
    public async Task A_metric_of_which_less_is_better_is_turned()
    {
        var aim = new SweepAim(Unsupported, 0.05, "p95");
        var table = await new TestRun(Unsupported, Cost)
            .Rows("rag", Rows, i => Unsupported.Scored(i < 100), _ => Cost.Scored(3))
            .Rows("small", Rows, i => Unsupported.Scored(i < 101), _ => Cost.Scored(1))
            .Rows("bad", Rows, i => Unsupported.Scored(i < 200), _ => Cost.Scored(0.5))
            .LoadAsync();

        var choice = Choose(table, aim, [], "rag", "small", "bad");

        Assert.That((choice.Best.Name, choice.Chosen.Name), Is.EqualTo(("rag", "small")));
        Assert.That(choice.Points[2].Standing, Is.EqualTo(PointStanding.Worse));
    }

    [Test]
    public async Task A_cost_that_is_unknown_of_one_point_weighs_nothing()
    {
        var table = await new TestRun(Correct, Cost)
            .Rows("rag", Rows, i => Correct.Scored(i < 300), _ => Cost.Scored(3))
            .Rows("small", Rows, i => Correct.Scored(i < 299), _ => Cost.NotScored("no price"))
            .LoadAsync();

        var choice = Choose(table, Aim, [], "rag", "small");

        Assert.That(choice.Axes.Select(a => (a.Name, a.LeftOut)), Is.EqualTo(new[] { ("answer-correctness", null), ("cost-usd", "not every point's cost is known"), ("latency-service-ms:p95", "not every point has times") }));
        Assert.That(choice.Chosen.Name, Is.EqualTo("rag"));
        Assert.That(choice.Points.Select(p => p.IsOnFront), Is.EqualTo(new[] { true, false }));
    }

    [Test]
    public async Task Times_that_say_nothing_of_the_points_weigh_nothing()
    {
        var table = await TimedAsync(_ => true);

        var measured = Choose(table, Aim, [], "rag", "fast");
        var meaningless = Choose(table, Aim, [new FamilyBadge("latency", Badge.NotMeaningful, "Small readers.")], "rag", "fast");

        Assert.That((measured.Points[1].IsOnFront, meaningless.Points[1].IsOnFront), Is.EqualTo((true, false)));
        Assert.That(meaningless.Axes[^1].LeftOut, Is.EqualTo("Small readers"));
    }

    [Test]
    public async Task Times_of_unlike_rows_weigh_nothing()
    {
        var choice = Choose(await TimedAsync(i => i < 200), Aim, [], "rag", "fast");

        Assert.That(choice.Axes[^1].LeftOut, Does.Contain("response cache"));
    }

    [Test]
    public async Task The_time_that_a_point_adds_is_told_in_pairs_and_without_ends_where_rows_are_few()
    {
        var table = await TimedAsync(_ => true);

        var median = Choose(table, Aim with { Quantile = "p50" }, [], "rag", "fast").Points[1].AgainstBest!.AddedTime!;
        var tail = Choose(table, Aim with { Quantile = "p99" }, [], "rag", "fast").Points[1].AgainstBest!.AddedTime!;

        Assert.That(median.Value, Is.EqualTo(-19).Within(1e-9));
        Assert.That(median.N, Is.EqualTo(Rows));
        Assert.That(median.High, Is.EqualTo(-19).Within(1e-9));
        Assert.That((tail.Low, tail.High), Is.EqualTo(((double?)null, (double?)null)));
    }

    [Test]
    public async Task A_point_without_a_value_is_neither_best_nor_on_the_front()
    {
        var table = await new TestRun(Correct)
            .Rows("rag", Rows, i => Correct.Scored(i < 100))
            .Rows("silent", Rows, _ => Correct.NotScored("nobody knows"))
            .LoadAsync();

        var choice = Choose(table, Aim, [], "rag", "silent");

        Assert.That(choice.Chosen.Name, Is.EqualTo("rag"));
        Assert.That(choice.Points[1].IsOnFront, Is.False);
    }

    [Test]
    public async Task An_objective_without_any_value_is_refused()
    {
        var table = await new TestRun(Correct, Recall).Rows("rag", Rows, _ => Correct.NotScored("nobody knows")).LoadAsync();

        Assert.That(() => Choose(table, Aim, [], "rag"), Throws.TypeOf<InputException>().With.Message.Contains("no point has a value of answer-correctness"));
    }

    [Test]
    public async Task Slices_of_a_tag_are_told_where_they_are_asked_for()
    {
        var run = new TestRun(Correct, Recall);
        foreach (var point in (string[])["rag", "small"])
            for (var i = 0; i < 40; i++)
                run.Row(point, $"s{i}", null, new() { ["length"] = i % 2 == 0 ? "short" : "long" }, 0, Correct.Scored(i % 4 == 0), Recall.Scored(0.5));
        var table = await run.LoadAsync();
        var summaries = new Summariser(1).Summarise(table);

        var choice = new SweepChooser(table, summaries, [], 1, "length").Choose(Grid("rag", "small"), Aim);

        Assert.That(choice.Points[0].Figure("answer-correctness", "length=short")!.Estimate!.Value, Is.EqualTo(0.5));
        Assert.That(choice.Points[1].Figure("retrieval-recall@5", "length=long")!.Scored, Is.EqualTo(20));
    }

    private static Task<ScoreTable> TimedAsync(Func<int, bool> isTimed) => new TestRun(Correct, Latency)
        .Rows("rag", Rows, i => Correct.Scored(i < 300), i => Latency.Scored(20 + (i % 3)))
        .Rows("fast", Rows, i => Correct.Scored(i < 200), i => isTimed(i) ? Latency.Scored(1 + (i % 3)) : Latency.NotApplicable("out of the cache"))
        .LoadAsync();

    private static async Task<SweepChoice> ChooseAsync(SweepAim aim, params (string Name, Func<int, bool> IsRight, double Usd)[] points)
    {
        var run = new TestRun(Correct, Cost);
        foreach (var (name, isRight, usd) in points)
            run.Rows(name, Rows, i => Correct.Scored(isRight(i)), _ => Cost.Scored(usd));
        return Choose(await run.LoadAsync(), aim, [], [.. points.Select(p => p.Name)]);
    }

    private static SweepChoice Choose(ScoreTable table, SweepAim aim, IReadOnlyList<FamilyBadge> badges, params string[] points) =>
        new SweepChooser(table, new Summariser(1).Summarise(table), badges, 1).Choose(Grid(points), aim);

    private static SweepGrid Grid(params string[] points) => new("rag", ["passages"], [.. points.Select(p => new SweepPoint(p, ["5"], p == "rag"))]);
}
