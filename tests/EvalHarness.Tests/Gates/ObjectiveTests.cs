using EvalHarness.Gates;
using EvalHarness.Tests.Comparisons;
using static EvalHarness.Tests.Gates.TestGate;

namespace EvalHarness.Tests.Gates;

/// <summary>What a candidate must win, and what it must not be shown to lose.</summary>
public sealed class ObjectiveTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void Make() => folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public async Task Deterioration_shares_alpha_and_an_objective_must_be_better()
    {
        var table = await RatesAsync(400, 12, 27, 200);

        var alone = new TestGate(folder, "metrics: { answer-correctness: { role: deterioration-only } }\n").Decide(table);
        var objective = new TestGate(folder, "metrics: { answer-correctness: { role: objective } }\n").Decide(await RatesAsync(400, 40, 10, 200));
        var unproven = new TestGate(folder, "metrics: { answer-correctness: { role: objective } }\n").Decide(await RatesAsync(400, 20, 15, 200));

        Assert.That((alone.Verdict, objective.Verdict, unproven.Verdict), Is.EqualTo((Verdict.Reject, Verdict.Promote, Verdict.Inconclusive)));
        Assert.That(Line(alone).P, Is.LessThan(0.05));
    }

    [TestCase(1.05, Verdict.Reject)]
    [TestCase(0.95, Verdict.Inconclusive)]
    [TestCase(0.85, Verdict.Promote)]
    public async Task An_objective_with_a_margin_must_be_better_by_it(double factor, Verdict expected)
    {
        var table = await new TestRun(Success, TestRun.Cost)
            .Rows("old", 200, _ => Success.Scored(true), i => TestRun.Cost.Scored(0.001 + (i % 9 * 0.0001)))
            .Rows("new", 200, _ => Success.Scored(true), i => TestRun.Cost.Scored((0.001 + (i % 9 * 0.0001)) * factor * (1 + (i % 5 - 2) / 1000.0)))
            .LoadAsync();

        Assert.That(new TestGate(folder, "metrics: { cost-usd: { role: objective, margin: 10% } }\n").Decide(table).Verdict, Is.EqualTo(expected));
    }

    [TestCase(60, 0, Verdict.Promote)]
    [TestCase(25, 5, Verdict.Inconclusive)]
    public async Task An_objective_in_points_must_be_better_by_them(int wins, int losses, Verdict expected)
    {
        Assert.That(new TestGate(folder, "metrics: { answer-correctness: { role: objective, margin: 0.05 } }\n").Decide(await RatesAsync(400, wins, losses, 200)).Verdict, Is.EqualTo(expected));
    }

    [Test]
    public async Task Nothing_shown_to_be_worse_is_no_reason_to_promote()
    {
        Assert.That(new TestGate(folder, "metrics: { answer-correctness: { role: deterioration-only } }\n").Decide(await RatesAsync(400, 10, 10, 200)).Verdict, Is.EqualTo(Verdict.Invalid));
    }

    [Test]
    public async Task Looks_that_are_spent_do_not_make_harm_harder_to_find()
    {
        const string Policy = "metrics: { answer-correctness: { role: deterioration-only } }\nceilings: { cost-usd: 1 }\n";
        TestRun run = new(Success, TestRun.Correct, TestRun.Cost);
        for (var i = 0; i < 400; i++)
            foreach (var pipeline in new[] { "old", "new" })
                run.Row(pipeline, $"s{i}", Success.Scored(true), TestRun.Correct.Scored(pipeline == "old" ? i >= 12 : i is < 12 or >= 39), TestRun.Cost.Scored(0.001 * (1 + (i % 3))));

        Assert.That(new TestGate(folder, Policy) { Look = new Look(5, 0.0015) }.Decide(await run.LoadAsync()).Verdict, Is.EqualTo(Verdict.Reject));
    }
}
