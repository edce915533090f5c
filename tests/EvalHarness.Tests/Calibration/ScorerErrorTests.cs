using EvalHarness.Calibration;
using EvalHarness.Metrics;

namespace EvalHarness.Tests.Calibration;

public sealed class ScorerErrorTests
{
    private static readonly Metric[] Metrics =
    [
        new("success", Unit.YesNo, Direction.Higher, "1"),
        new("groundedness-corpus", Unit.Ratio, Direction.Higher, "1 local/2") { Scorer = new ScorerDefinition("groundedness", "local/2") },
        new("unsupported-answer", Unit.YesNo, Direction.Lower, "1 local/2") { Scorer = new ScorerDefinition("groundedness", "local/2") },
        new("answer-correctness", Unit.YesNo, Direction.Higher, "gold/1") { Scorer = new ScorerDefinition("answer-correctness", "gold/1") },
    ];

    [Test]
    public void Metrics_of_one_scorer_share_its_error_and_counts_have_none()
    {
        var errors = ScorerError.Of(Metrics, []);

        Assert.That(errors.Select(e => string.Join(' ', e.Metrics)), Is.EqualTo(new[] { "groundedness-corpus unsupported-answer", "answer-correctness" }));
        Assert.That(errors.Select(e => e.Measured.Count), Is.All.Zero);
    }

    [Test]
    public void Figures_hold_for_the_definition_they_were_measured_with()
    {
        var (now, before) = (Attached("groundedness", "local/2"), Attached("groundedness", "local/1"));

        var error = ScorerError.Of(Metrics, [now, before])[0];

        Assert.That((error.Measured.Single(), error.OfOthers.Single()), Is.EqualTo((now, before)));
    }

    [Test]
    public void A_calibration_that_no_metric_is_measured_by_is_unused()
    {
        var (used, other, unknown) = (Attached("answer-correctness", "gold/1"), Attached("groundedness", "local/1"), Attached("tone", "x"));

        Assert.That(ScorerError.Unused(ScorerError.Of(Metrics, [used, other, unknown]), [used, other, unknown]), Is.EqualTo(new[] { other, unknown }));
    }

    private static AttachedCalibration Attached(string evaluator, string definition) => new()
    {
        File = "calibration.json",
        Evaluator = evaluator,
        Verifier = "local",
        Definition = definition,
        Pooled = new CalibrationFigures { N = 1, NotScored = 0, Groups = 1, TruePositives = 1, FalsePositives = 0, FalseNegatives = 0, TrueNegatives = 0 },
        Systems = new Dictionary<string, CalibrationFigures>(),
    };
}
