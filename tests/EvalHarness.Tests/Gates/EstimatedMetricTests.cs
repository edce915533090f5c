using EvalHarness.Calibration;
using EvalHarness.Gates;
using EvalHarness.Metrics;
using EvalHarness.Tests.Comparisons;
using static EvalHarness.Tests.Gates.TestGate;

namespace EvalHarness.Tests.Gates;

/// <summary>What something fallible says of the answers.</summary>
public sealed class EstimatedMetricTests
{
    private const string Guardrail = "metrics: { answer-correctness: { role: guardrail, margin: 0.05 } }\n";

    private TemporaryFolder folder = null!;

    [SetUp]
    public void Make() => folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => folder.Dispose();

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

    private static IEnumerable<JudgedRow> Labels(int count, bool said, bool label) =>
        Enumerable.Range(0, count).Select(i => new JudgedRow(new LabelledRow { Id = $"{said}{label}{i}", Source = "s", Group = $"{said}{label}{i}", System = "new", Question = "", Context = "", Answer = "", Labels = [label] }, "labels.jsonl", new Judgement(said ? 1 : 0, said)));
}
