using EvalHarness.Comparisons;
using EvalHarness.Reports.Wording;

namespace EvalHarness.Tests.Reports.Wording;

public sealed class RunAnswerTests
{
    [Test]
    public void The_question_names_the_pipelines_and_the_rows() =>
        Assert.That(RunAnswer.From(SomeReport.Make()).Question, Is.EqualTo("How do rag, fine-tuned, fine-tuned@2026-09, hybrid and base compare on 60 gold questions of helpdesk (split test)?"));

    [Test]
    public void Figures_that_are_not_meaningful_are_not_spoken_of()
    {
        var report = SomeReport.Make();
        var badges = report.Badges.Select(b => b.Family == "quality" ? b with { Badge = Badge.NotMeaningful } : b);

        var answer = RunAnswer.From(report with { Badges = [.. badges] });

        Assert.That(RunAnswer.From(report).Metrics.Select(m => m.Name), Does.Contain("answer-correctness"));
        Assert.That(answer.Metrics.Select(m => m.Name), Does.Not.Contain("answer-correctness").And.Not.Empty);
    }

    [Test]
    public void No_recommendation_is_drawn_from_a_scenario() =>
        Assert.That(RunAnswer.From(SomeReport.Make()).Recommendation, Is.EqualTo(
            "No overall recommendation is drawn, because not every figure is measured (cost: scenario; latency: not meaningful here)."));

    [Test]
    public void A_family_without_a_badge_is_never_called_measured() =>
        Assert.That(BadgeWords.For("answer-correctness", SomeReport.Make() with { Badges = [] }), Is.EqualTo("unclassified"));
}
