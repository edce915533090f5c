using EvalHarness.Comparisons;
using EvalHarness.Gates;
using EvalHarness.Metrics;
using EvalHarness.Tests.Comparisons;
using static EvalHarness.Tests.Gates.TestGate;

namespace EvalHarness.Tests.Gates;

/// <summary>What a candidate must not lose.</summary>
public sealed class GuardrailTests
{
    private const string Guardrail = "metrics: { answer-correctness: { role: guardrail, margin: 0.05 } }\n";

    private TemporaryFolder folder = null!;

    [SetUp]
    public void Make() => folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => folder.Dispose();

    // Tango's score bounds at one-sided 5 %, by hand from z(−m): 500 samples, 10 % of them differ.
    [TestCase(500, 25, 25, Verdict.Promote)]
    [TestCase(500, 25, 30, Verdict.Promote)]
    [TestCase(500, 20, 40, Verdict.Inconclusive)]
    [TestCase(500, 5, 60, Verdict.Reject)]
    [TestCase(120, 12, 12, Verdict.Inconclusive)]
    [TestCase(60, 0, 0, Verdict.Invalid)]
    public async Task The_interval_against_the_margin_decides(int n, int wins, int losses, Verdict expected)
    {
        var result = new TestGate(folder, Guardrail).Decide(await RatesAsync(n, wins, losses, bothRight: n / 2));

        Assert.That(result.Verdict, Is.EqualTo(expected), Line(result).Why);
    }

    [Test]
    public async Task What_cannot_be_decided_says_how_many_rows_would_do()
    {
        var result = new TestGate(folder, Guardrail).Decide(await RatesAsync(120, 12, 12));

        // (1.6449 + 0.8416)² · 0.2 · 120/119 / 0.05².
        Assert.That(Line(result).NNeeded, Is.EqualTo(499));
        Assert.That(Line(result).Why, Does.Contain("n ≈ 499 would decide it"));
    }

    [Test]
    public async Task Identical_answers_on_enough_rows_are_not_worse_by_the_margin()
    {
        Assert.That(new TestGate(folder, Guardrail).Decide(await RatesAsync(200, 0, 0, bothRight: 200)).Verdict, Is.EqualTo(Verdict.Promote));
    }

    [Test]
    public async Task Improving_a_row_never_turns_promote_into_reject_or_makes_the_bound_fall()
    {
        TestGate gate = new(folder, Guardrail);
        double? before = null;
        for (var losses = 60; losses >= 0; losses -= 5)
        {
            var low = Line(gate.Decide(await RatesAsync(400, 15, losses, bothRight: 200))).Difference!.Low;

            Assert.That(before is null || low >= before, $"{losses} losses");
            before = low;
        }
    }

    [Test]
    public async Task The_order_of_rows_changes_nothing()
    {
        TestRun run = new(Success, TestRun.Correct, TestRun.Recall);
        for (var i = 0; i < 150; i++)
            foreach (var (pipeline, shift) in new[] { ("old", 0), ("new", 1) })
                run.Row(pipeline, $"s{i}", $"doc-{i % 40}", [], 0, Success.Scored(true), TestRun.Correct.Scored((i + shift) % 4 > 0), TestRun.Recall.Scored(((i * 7) + shift) % 5 / 4.0));
        TestGate gate = new(folder, "metrics: { answer-correctness: { role: guardrail, margin: 0.1 }, retrieval-recall@5: { role: guardrail, margin: 0.1 } }\n");

        Assert.That(GateFile.Text(gate.Decide(await run.LoadReversedAsync())), Is.EqualTo(GateFile.Text(gate.Decide(await run.LoadAsync()))));
    }

    [Test]
    public async Task Lower_is_better_is_read_the_other_way_round()
    {
        var table = await new TestRun(Success, TestRun.Unsupported)
            .Rows("old", 400, _ => Success.Scored(true), i => TestRun.Unsupported.Scored(i < 40))
            .Rows("new", 400, _ => Success.Scored(true), i => TestRun.Unsupported.Scored(i < 120))
            .LoadAsync();

        var result = new TestGate(folder, "metrics: { unsupported-answer: { role: guardrail, margin: 0.05 } }\n").Decide(table);

        Assert.That(result.Verdict, Is.EqualTo(Verdict.Reject));
        Assert.That(Line(result, "unsupported-answer").Difference!.Value, Is.EqualTo(0.2).Within(1e-12));
        Assert.That(Line(result, "unsupported-answer").Losses, Is.EqualTo(80));
    }

    [Test]
    public async Task A_relative_margin_scales_the_baseline_row_by_row()
    {
        Task<ScoreTable> Times(double factor) => new TestRun(Success, TestRun.Latency)
            .Rows("old", 200, _ => Success.Scored(true), i => TestRun.Latency.Scored(100 + (i % 50)))
            .Rows("new", 200, _ => Success.Scored(true), i => TestRun.Latency.Scored((100 + (i % 50)) * factor + (i % 7)))
            .LoadAsync();
        TestGate gate = new(folder, "metrics: { latency-service-ms: { role: guardrail, margin: 10% }, \"latency-service-ms:p90\": { role: guardrail, margin: 10% } }\n");

        Assert.That(gate.Decide(await Times(1.02)).Verdict, Is.EqualTo(Verdict.Promote));
        Assert.That(gate.Decide(await Times(1.2)).Verdict, Is.EqualTo(Verdict.Reject));
    }

    [TestCase("metrics: { answer-correctness: { role: guardrail, margin: 5 } }\n", "whole scale")]
    [TestCase("metrics: { answer-correctness: { role: guardrail, margin: 150% } }\n", "100 % or more")]
    [TestCase("ceilings: { answer-correctness: 5 }\n", "allows everything")]
    public async Task A_margin_or_ceiling_that_lets_everything_pass_is_refused(string policy, string why)
    {
        var result = new TestGate(folder, policy).Decide(await RatesAsync(400, 10, 10, 200));

        Assert.That(result.Verdict, Is.EqualTo(Verdict.Invalid));
        Assert.That(Line(result).Why, Does.Contain(why));
    }

    [Test]
    public async Task A_relative_margin_of_a_rate_does_not_pass_on_too_few_rows()
    {
        Assert.That(new TestGate(folder, "metrics: { answer-correctness: { role: guardrail, margin: 1% } }\n").Decide(await RatesAsync(100, 0, 0, bothRight: 100)).Verdict, Is.EqualTo(Verdict.Inconclusive));
    }

    [Test]
    public async Task A_call_that_failed_is_no_quick_one()
    {
        var table = await new TestRun(Success, TestRun.Latency)
            .Rows("old", 400, _ => Success.Scored(true), i => TestRun.Latency.Scored(i == 0 ? 60_000 : 1_000 + (i % 50)))
            .Rows("new", 400, i => Success.Scored(i >= 8), i => i < 8 ? TestRun.Latency.Failed("timeout") : TestRun.Latency.Scored(1_000 + (i % 50)))
            .LoadAsync();

        var result = new TestGate(folder, "metrics: { latency-service-ms: { role: guardrail, margin: 10% } }\nceilings: { latency-service-ms: 1200 }\n").Decide(table);

        Assert.That(result.Verdict, Is.Not.EqualTo(Verdict.Promote));
        Assert.That(result.Lines.Where(l => l.Metric == "latency-service-ms").Select(l => l.Outcome), Has.None.EqualTo(LineOutcome.Pass));
    }

    [Test]
    public async Task Clusters_that_hardly_differ_count_as_one_sample_each()
    {
        TestRun run = new(Success, TestRun.Correct);
        for (var i = 0; i < 100; i++)
            foreach (var pipeline in new[] { "old", "new" })
                run.Row(pipeline, $"s{i}", $"doc-{i % 20}", [], 0, Success.Scored(true), TestRun.Correct.Scored(true));

        Assert.That(new TestGate(folder, Guardrail).Decide(await run.LoadAsync()).Verdict, Is.EqualTo(Verdict.Inconclusive));
    }
}
