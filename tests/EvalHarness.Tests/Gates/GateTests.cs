using EvalHarness.Calibration;
using EvalHarness.Comparisons;
using EvalHarness.Gates;
using EvalHarness.Metrics;
using EvalHarness.Runs;
using EvalHarness.Tests.Comparisons;
using static EvalHarness.Tests.Gates.TestGate;

namespace EvalHarness.Tests.Gates;

public sealed class GateTests
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
    public async Task Failures_over_the_budget_make_everything_invalid()
    {
        var table = await new TestRun(Success, TestRun.Correct)
            .Rows("old", 200, _ => Success.Scored(true), _ => TestRun.Correct.Scored(false))
            .Rows("new", 200, i => i < 10 ? Success.Scored(false) : Success.Scored(true), i => i < 10 ? TestRun.Correct.Failed("timeout") : TestRun.Correct.Scored(true))
            .LoadAsync();

        var result = new TestGate(folder, Guardrail).Decide(table);

        Assert.That(result.Verdict, Is.EqualTo(Verdict.Invalid));
        Assert.That(Line(result, "errors of the candidate").Why, Does.StartWith("10 of 200 answers of 'new' failed (5.0 %)"));
    }

    [Test]
    public async Task Rows_without_a_score_are_not_dropped_in_silence()
    {
        var table = await new TestRun(Success, TestRun.Correct)
            .Rows("old", 200, _ => Success.Scored(true), _ => TestRun.Correct.Scored(true))
            .Rows("new", 200, _ => Success.Scored(true), i => i < 20 ? TestRun.Correct.NotScored("the judge was silent") : TestRun.Correct.Scored(true))
            .LoadAsync();

        var result = new TestGate(folder, Guardrail).Decide(table);

        Assert.That(result.Verdict, Is.EqualTo(Verdict.Invalid));
        Assert.That(Line(result).Why, Does.StartWith("90.0 % of the rows that count have a score"));
    }

    [Test]
    public async Task A_slice_that_the_run_does_not_have_is_no_pass()
    {
        var result = new TestGate(folder, "metrics: { answer-correctness: { role: guardrail, margin: 0.05, slices: { kind=typo: 0.1 } } }\n").Decide(await RatesAsync(500, 25, 25, 200));

        Assert.That(result.Verdict, Is.EqualTo(Verdict.Invalid));
        Assert.That(result.Lines.Single(l => l.Slice == "kind=typo").Why, Does.StartWith("the run has no slice 'kind=typo'"));
    }

    [Test]
    public async Task A_small_slice_is_told_and_not_gated()
    {
        TestRun run = new(Success, TestRun.Correct);
        for (var i = 0; i < 200; i++)
            foreach (var pipeline in new[] { "old", "new" })
                run.Row(pipeline, $"s{i}", null, i < 29 ? new() { ["kind"] = "rare" } : [], 0, Success.Scored(true), TestRun.Correct.Scored(pipeline == "old" || i >= 29));

        var result = new TestGate(folder, "metrics: { answer-correctness: { role: guardrail, margin: 0.3, slices: { kind=rare: 0.1 } } }\n").Decide(await run.LoadAsync());

        Assert.That(result.Verdict, Is.EqualTo(Verdict.Promote));
        Assert.That(result.Lines.Single(l => l.Slice == "kind=rare").Outcome, Is.EqualTo(LineOutcome.Told));
    }

    [Test]
    public async Task Information_alone_is_no_reason_to_promote()
    {
        Assert.That(new TestGate(folder, "metrics: { answer-correctness: { role: information } }\n").Decide(await RatesAsync(500, 50, 0)).Verdict, Is.EqualTo(Verdict.Invalid));
    }

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
    public async Task A_pipeline_that_declines_most_of_a_slice_makes_it_no_small_one()
    {
        TestRun run = new(Success, TestRun.Recall);
        for (var i = 0; i < 200; i++)
            foreach (var pipeline in new[] { "old", "new" })
                run.Row(pipeline, $"s{i}", null, i < 100 ? new() { ["kind"] = "hard" } : [], 0, Success.Scored(true), pipeline == "new" && i < 75 ? TestRun.Recall.NotApplicable("declined") : TestRun.Recall.Scored(i % 5 / 4.0));

        var result = new TestGate(folder, "metrics: { retrieval-recall@5: { role: guardrail, margin: 0.1, slices: { kind=hard: 0.1 } } }\n").Decide(await run.LoadAsync());

        Assert.That(result.Verdict, Is.EqualTo(Verdict.Invalid));
        Assert.That(result.Lines.Single(l => l.Slice == "kind=hard").Why, Does.StartWith("25 rows that both sides have"));
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

    [Test]
    public async Task What_no_judge_has_seen_is_not_corrected()
    {
        var estimated = TestRun.Unsupported with { Scorer = new ScorerDefinition("groundedness", "judge/1") };
        var answered = new Metric("coverage", Unit.YesNo, Direction.Higher, "2");
        // Equal but for 80 rows that the candidate declines: there nothing is unsupported, and nothing is gained beyond that.
        var table = await new TestRun(Success, estimated, answered)
            .Rows("old", 400, _ => Success.Scored(true), i => estimated.Scored(i % 5 == 0), _ => answered.Scored(true))
            .Rows("new", 400, _ => Success.Scored(true), i => estimated.Scored(i >= 80 && i % 5 == 0), i => answered.Scored(i >= 80))
            .LoadAsync();
        var figures = CalibrationFigures.Of(Calibrator.Of([.. Labels(450, true, true), .. Labels(60, true, false), .. Labels(50, false, true), .. Labels(340, false, false)]));
        AttachedCalibration attached = new() { File = "c.json", Evaluator = "groundedness", Verifier = "judge", Definition = "judge/1", Pooled = figures, Systems = new Dictionary<string, CalibrationFigures> { ["old"] = figures, ["new"] = figures } };

        var result = new TestGate(folder, "metrics: { unsupported-answer: { role: guardrail, margin: 0.1 } }\n") { Scorers = ScorerError.Of([estimated], [attached]) }.Decide(table);

        // Said .2 unsupported, .8 supported: (.8 + .85 − 1) / .75 = .8667 are; of 80 declined rows 10.67 % of all are won less than a judge would have given.
        Assert.That(Line(result, "unsupported-answer").Difference!.Value, Is.EqualTo(-0.2 * (1 - ((0.8 + 0.85 - 1) / 0.75))).Within(1e-9));
    }

    [Test]
    public async Task A_ceiling_must_lie_above_the_whole_interval()
    {
        var table = await new TestRun(Success, TestRun.Cost)
            .Rows("old", 200, _ => Success.Scored(true), _ => TestRun.Cost.Scored(0.001))
            .Rows("new", 200, _ => Success.Scored(true), i => TestRun.Cost.Scored(0.001 * (1 + (i % 2))))
            .LoadAsync();

        Assert.That(Ceiling(0.002), Is.EqualTo(Verdict.Promote));
        Assert.That(Ceiling(0.0015), Is.EqualTo(Verdict.Inconclusive));
        Assert.That(Ceiling(0.0011), Is.EqualTo(Verdict.Reject));

        Verdict Ceiling(double most) => new TestGate(folder, FormattableString.Invariant($"ceilings: {{ cost-usd: {most} }}\n")).Decide(table).Verdict;
    }

    [Test]
    public async Task Runs_on_unlike_data_or_with_unlike_definitions_are_not_compared()
    {
        TestGate gate = new(folder, Guardrail);
        var table = await RatesAsync(200, 0, 0, 200);
        var redefined = await new TestRun(Success, TestRun.Correct with { Definition = "2" })
            .Rows("old", 200, _ => Success.Scored(true), _ => TestRun.Correct.Scored(true)).LoadAsync();

        var otherData = gate.Decide(gate.Run(table, baseline: table, baselineManifest: gate.Manifest() with { Id = "older", Dataset = gate.Manifest().Dataset with { Hash = "ffffffffffffffff" } }));
        var otherDefinition = gate.Decide(gate.Run(table, baseline: redefined));

        Assert.That((otherData.Verdict, otherDefinition.Verdict), Is.EqualTo((Verdict.Invalid, Verdict.Invalid)));
        Assert.That(Line(otherData, "dataset").Why, Does.Contain("unlike data"));
        Assert.That(Line(otherDefinition).Why, Does.Contain("defined unlike"));
    }

    [Test]
    public async Task An_unfinished_run_and_unpaired_samples_are_invalid()
    {
        TestGate gate = new(folder, Guardrail);
        var table = await RatesAsync(200, 0, 0, 200);

        var unfinished = gate.Decide(gate.Run(table, gate.Manifest() with { FinishedAt = null }));
        var unpaired = gate.Decide(gate.Run(table, baseline: await RatesAsync(199, 0, 0, 199)));

        Assert.That((unfinished.Verdict, unpaired.Verdict), Is.EqualTo((Verdict.Invalid, Verdict.Invalid)));
    }

    [Test]
    public async Task An_estimated_metric_whose_scorer_is_unknown_is_information_only()
    {
        var estimated = TestRun.Correct with { Scorer = new ScorerDefinition("answer-correctness", "judge/1") };
        var table = await new TestRun(Success, estimated).Rows("old", 300, _ => Success.Scored(true), _ => estimated.Scored(true)).Rows("new", 300, _ => Success.Scored(true), _ => estimated.Scored(true)).LoadAsync();

        var result = new TestGate(folder, Guardrail).Decide(table);

        Assert.That(result.Verdict, Is.EqualTo(Verdict.Invalid));
        Assert.That(Line(result).Why, Does.Contain("error on the answers of 'new' is unknown").And.Contain("label"));
    }

    [Test]
    public async Task A_calibrated_scorer_is_corrected_for_and_its_own_danger_is_said()
    {
        var estimated = TestRun.Correct with { Scorer = new ScorerDefinition("answer-correctness", "judge/1") };
        var table = await new TestRun(Success, estimated)
            .Rows("old", 2000, _ => Success.Scored(true), i => estimated.Scored(i % 10 < 7))
            .Rows("new", 2000, _ => Success.Scored(true), i => estimated.Scored(i % 10 < 7 ^ i % 50 == 0))
            .LoadAsync();

        var result = Judged(300, 60, 60, 300);
        var floored = Judged(100, 95, 95, 100);

        Assert.That(Line(result).Scorer!.CandidateYouden, Is.EqualTo((300 / 360.0 * 2) - 1).Within(1e-12));
        Assert.That(Line(result).Scorer!.PromotedIfWorse, Is.EqualTo(0.05).Within(1e-12));
        Assert.That(Line(result).Scorer!.PromotedIfWorseUncorrected, Is.GreaterThan(0.9));
        Assert.That(Line(result).Scorer!.NextPurchase, Does.StartWith("labels"));
        Assert.That(floored.Verdict, Is.EqualTo(Verdict.Invalid));
        Assert.That(Line(floored).Why, Does.Contain("the policy's floor is 0.40"));

        GateResult Judged(int tp, int fp, int fn, int tn)
        {
            var confusion = Calibrator.Of([.. Labels(tp, true, true), .. Labels(fp, true, false), .. Labels(fn, false, true), .. Labels(tn, false, false)]);
            var figures = CalibrationFigures.Of(confusion);
            AttachedCalibration attached = new()
            {
                File = "calibration.json",
                Evaluator = "answer-correctness",
                Verifier = "judge",
                Definition = "judge/1",
                Pooled = figures,
                Systems = new Dictionary<string, CalibrationFigures> { ["old"] = figures, ["new"] = figures },
            };
            return new TestGate(folder, Guardrail) { Scorers = ScorerError.Of([estimated], [attached]) }.Decide(table);
        }
    }

    [Test]
    public async Task A_policy_that_the_run_did_not_record_is_flagged()
    {
        TestGate gate = new(folder, Guardrail);
        var table = await RatesAsync(200, 0, 0, 200);

        var before = gate.Decide(table);
        var changed = gate.Decide(gate.Run(table, gate.Manifest() with { Hashes = new Dictionary<string, string> { ["policy"] = "another" } }));
        var unknown = gate.Decide(gate.Run(table, gate.Manifest() with { Hashes = new Dictionary<string, string>() }));

        Assert.That((before.PolicyStoodBefore, changed.PolicyStoodBefore, unknown.PolicyStoodBefore), Is.EqualTo(((bool?)true, (bool?)false, (bool?)null)));
        Assert.That(changed.Notes, Has.Some.Contains("CHANGED AFTER THE RUN"));
    }

    [Test]
    public async Task When_alpha_is_spent_nothing_is_looked_at()
    {
        var result = new TestGate(folder, Guardrail) { Look = new Look(7, 0) }.Decide(await RatesAsync(500, 60, 0, 200));

        Assert.That(result.Verdict, Is.EqualTo(Verdict.Invalid));
        Assert.That(result.Lines.Select(l => l.Metric), Does.Contain("looks"));
        Assert.That(Line(result).Difference, Is.Null);
    }

    [Test]
    public async Task A_verdict_is_read_back_as_it_was_written()
    {
        var result = new TestGate(folder, Guardrail).Decide(await RatesAsync(500, 25, 25, 200));
        var file = folder.Write("gate.json", GateFile.Text(result));

        Assert.That(GateFile.Text(GateFile.Read(file)), Is.EqualTo(GateFile.Text(result)));
        EvalHarness.Inputs.InputSchemas.Named("gate").Validate(System.Text.Json.JsonDocument.Parse(GateFile.Text(result)).RootElement).ToList().ForEach(e => Assert.Fail($"{e.InstancePath}: {e.Found}"));
    }

    private static IEnumerable<JudgedRow> Labels(int count, bool said, bool label) =>
        Enumerable.Range(0, count).Select(i => new JudgedRow(new LabelledRow { Id = $"{said}{label}{i}", Source = "s", Group = $"{said}{label}{i}", System = "new", Question = "", Context = "", Answer = "", Labels = [label] }, "labels.jsonl", new Judgement(said ? 1 : 0, said)));
}
