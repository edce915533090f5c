using EvalHarness.Comparisons;
using EvalHarness.Gates;
using EvalHarness.Metrics;
using EvalHarness.Runs;
using EvalHarness.Tests.Comparisons;
using static EvalHarness.Tests.Gates.TestGate;

namespace EvalHarness.Tests.Gates;

/// <summary>What makes a verdict valid, whatever it says.</summary>
public sealed class GateTests
{
    private const string Guardrail = "metrics: { answer-correctness: { role: guardrail, margin: 0.05 } }\n";

    private TemporaryFolder folder = null!;

    [SetUp]
    public void Make() => folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => folder.Dispose();

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
}
