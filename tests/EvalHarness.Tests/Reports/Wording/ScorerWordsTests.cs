using EvalHarness.Calibration;
using EvalHarness.Metrics;
using EvalHarness.Reports.Wording;

namespace EvalHarness.Tests.Reports.Wording;

public sealed class ScorerWordsTests
{
    private static readonly CalibrationFigures Pooled = new()
    {
        N = 3915,
        NotScored = 0,
        Groups = 1200,
        TruePositives = 1,
        FalsePositives = 1,
        FalseNegatives = 1,
        TrueNegatives = 1,
        BalancedAccuracy = 0.72,
        BalancedAccuracyLow = 0.714,
        BalancedAccuracyHigh = 0.736,
        Kappa = 0.44,
        KappaLow = -0.02,
        KappaHigh = 1,
    };

    private static readonly AttachedCalibration Calibration = new()
    {
        File = "labels/calibration.json",
        Evaluator = "answer-correctness",
        Verifier = "local",
        Definition = "gold/1",
        Pooled = Pooled,
        Systems = new Dictionary<string, CalibrationFigures> { ["rag"] = Pooled with { N = 1, BalancedAccuracy = null, Kappa = null, HumanKappa = 0.8 } },
    };

    private static readonly ScorerDefinition Scorer = new("answer-correctness", "gold/1");

    [Test]
    public void A_measured_error_is_a_figure_with_its_interval_and_n()
    {
        Assert.That(
            ScorerWords.Of(Error([Calibration], []), Report([Calibration], [])).Single(),
            Is.EqualTo("scorer: balanced accuracy .72 [.71, .74] on 3,915 labelled answers; kappa .44 [−.02, 1.00] (labels/calibration.json)."));
    }

    [Test]
    public void A_pipeline_with_labels_of_its_own_has_figures_of_its_own()
    {
        var report = Report([Calibration], []);

        Assert.That(ScorerWords.ByPipeline(report.ScorerErrors[0], report), Is.EqualTo(new[] { "rag: balanced accuracy unknown, because every label is the same on 1 labelled answer; people with people .80." }));
        Assert.That(ScorerWords.Beside("answer-correctness", "base", report), Is.EqualTo("scorer: balanced accuracy .72 [.71, .74]"));
        Assert.That(ScorerWords.Beside("answer-correctness", "rag", report), Does.EndWith("on its own answers"));
        Assert.That(ScorerWords.Beside("cost-usd", "rag", report), Is.Null);
    }

    [Test]
    public void An_error_that_is_not_measured_is_unknown_and_how_to_measure_it_is_said()
    {
        var words = ScorerWords.Of(Error([], []), Report([], [])).Single();

        Assert.That(words, Does.StartWith("the scorer's error on these data is unknown.").And.Contain("--what answer-correctness").And.Contain("docs/guides/labels.md"));
        Assert.That(ScorerWords.Beside("answer-correctness", "rag", Report([], [])), Is.EqualTo("scorer: error unknown"));
    }

    [Test]
    public void A_calibration_of_another_definition_is_named_loudly_and_its_figures_are_not_printed()
    {
        var other = Calibration with { Definition = "gold/0" };

        var words = string.Join(' ', ScorerWords.Of(Error([], [other]), Report([], [other])));

        Assert.That(words, Does.Contain("MEASURED FOR ANOTHER DEFINITION of the scorer (gold/0; these scores are of gold/1)").And.Not.Contain(".72"));
        Assert.That(ScorerWords.Unused(Calibration with { Evaluator = "tone" }, []), Is.EqualTo("labels/calibration.json measures 'tone', and no metric of this experiment is judged by it."));
    }

    private static ScorerError Error(IReadOnlyList<AttachedCalibration> measured, IReadOnlyList<AttachedCalibration> others) => new(Scorer, ["answer-correctness"], measured, others);

    private static RunReport Report(IReadOnlyList<AttachedCalibration> measured, IReadOnlyList<AttachedCalibration> others) => SomeReport.Make() with { ScorerErrors = [Error(measured, others)] };
}
