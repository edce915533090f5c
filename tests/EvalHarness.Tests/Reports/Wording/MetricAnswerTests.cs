using EvalHarness.Comparisons;
using EvalHarness.Reports.Wording;

namespace EvalHarness.Tests.Reports.Wording;

public sealed class MetricAnswerTests
{
    private static readonly PairedComparison Better = SomeComparison.Of(0.01, 0.09);
    private static readonly PairedComparison Worse = SomeComparison.Of(-0.09, -0.01, "base");
    private static readonly PairedComparison Same = SomeComparison.Of(-0.09, 0.09, "fine-tuned");
    private static readonly PairedComparison Few = SomeComparison.TooFew("tiny");

    [Test]
    public void A_pipeline_leads_when_all_others_are_shown_to_be_behind() =>
        Assert.That(Answer(Better, Worse), Is.EqualTo("hybrid leads: +5.0 points [+1.0, +9.0], n = 416, against rag. Worse: base (−5.0 points [−9.0, −1.0], n = 416)."));

    [Test]
    public void A_pipeline_does_not_lead_while_another_may_be_its_equal() =>
        Assert.That(Answer(Better, Same), Is.EqualTo("hybrid (+5.0 points [+1.0, +9.0], n = 416) is better than rag. No difference shown: fine-tuned."));

    [Test]
    public void Of_two_better_pipelines_none_leads() =>
        Assert.That(Answer(Better, Better with { Candidate = "both" }), Does.Contain("between these no test was made").And.Not.Contain("leads"));

    [Test]
    public void The_baseline_leads_when_every_other_is_worse() =>
        Assert.That(Answer(Worse), Does.StartWith("rag leads. Worse: base"));

    [Test]
    public void No_difference_names_no_winner() =>
        Assert.That(Answer(Same), Is.EqualTo("No pipeline is shown to be better than rag. No difference shown: fine-tuned."));

    [Test]
    public void Too_few_rows_name_no_winner() =>
        Assert.That(Answer(Few), Is.EqualTo("Not enough rows: tiny."));

    [Test]
    public void One_pipeline_with_too_few_rows_keeps_the_others_from_leading() =>
        Assert.That(Answer(Better, Few), Does.Not.Contain("leads").And.EndsWith("Not enough rows: tiny."));

    private static string Answer(params PairedComparison[] comparisons) => MetricAnswer.From("answer-correctness", comparisons).Text;
}
