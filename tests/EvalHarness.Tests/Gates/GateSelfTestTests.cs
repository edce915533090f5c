using EvalHarness.Comparisons;
using EvalHarness.Gates;
using EvalHarness.Statistics;
using EvalHarness.Tests.Comparisons;
using static EvalHarness.Tests.Gates.TestGate;

namespace EvalHarness.Tests.Gates;

public sealed class GateSelfTestTests
{
    private const double Alpha = 0.05;

    private TemporaryFolder folder = null!;

    [SetUp]
    public void Make() => folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public async Task What_is_worse_by_the_margin_is_promoted_no_more_often_than_alpha()
    {
        var lines = await LinesAsync(rows: 400, noise: 0.1);

        Assert.That(lines.Select(l => l.By), Is.EqualTo(new[] { "label-swap", "label-swap" }));
        Assert.That(lines.Select(l => l.FalsePromote), Is.All.LessThanOrEqualTo(Alpha + lines[0].MonteCarloError(Alpha)));
        Assert.That(lines.Select(l => l.FalsePromote), Is.All.GreaterThan(0.01));
        Assert.That(lines.Select(l => l.Holds), Is.All.True);
    }

    [Test]
    public async Task Power_is_that_of_the_formula()
    {
        // 20 % of 400 samples differ: z = 0.05 / √(0.2 / 400) − 1.6449.
        var line = (await LinesAsync(rows: 400, noise: 0.1))[0];

        Assert.That(line.Power, Is.EqualTo(Probability.NormalAbove(1.6449 - (0.05 / Math.Sqrt(0.18 / 400)))).Within(0.06));
        Assert.That(line.Power + line.Inconclusive + line.FalseReject, Is.EqualTo(1).Within(1e-12));
    }

    [Test]
    public async Task Repeats_are_divided_at_random()
    {
        SeededRandom random = new(3, "noise");
        TestRun run = new(Success, TestRun.Correct);
        for (var i = 0; i < 150; i++)
            foreach (var pipeline in new[] { "old", "new" })
                for (var repeat = 0; repeat < 4; repeat++)
                    run.Row(pipeline, $"s{i}", null, [], repeat, Success.Scored(true), TestRun.Correct.Scored(random.NextDouble() < 0.8));

        var lines = Of(await run.LoadAsync(), "metrics: { answer-correctness: { role: guardrail, margin: 0.1 } }\n");

        Assert.That(lines.Select(l => l.By), Is.EqualTo(new[] { "label-swap", "split-repeats" }));
        Assert.That(lines[1].FalsePromote, Is.LessThanOrEqualTo(Alpha + lines[1].MonteCarloError(Alpha)));
    }

    [Test]
    public async Task A_rate_that_cannot_fall_by_the_margin_says_so()
    {
        var lines = Of(await RatesAsync(200, 1, 1), "metrics: { answer-correctness: { role: guardrail, margin: 0.05 } }\n");

        Assert.That(lines.Single().FalsePromote, Is.Null);
    }

    private async Task<IReadOnlyList<SelfTestLine>> LinesAsync(int rows, double noise)
    {
        SeededRandom random = new(1, "noise");
        TestRun run = new(Success, TestRun.Correct, TestRun.Recall);
        for (var i = 0; i < rows; i++)
        {
            var right = random.NextDouble() < 0.7;
            foreach (var pipeline in new[] { "old", "new" })
                run.Row(pipeline, $"s{i}", null, [], 0, Success.Scored(true), TestRun.Correct.Scored(right ^ random.NextDouble() < noise), TestRun.Recall.Scored(Math.Round(random.NextDouble(), 1)));
        }

        return Of(await run.LoadAsync(), "metrics: { answer-correctness: { role: guardrail, margin: 0.05 }, retrieval-recall@5: { role: guardrail, margin: 0.04 } }\n");
    }

    private IReadOnlyList<SelfTestLine> Of(ScoreTable table, string policy)
    {
        TestGate gate = new(folder, policy);
        return new GateSelfTest(1, 1000, Alpha).Of([gate.Run(table)]);
    }
}
