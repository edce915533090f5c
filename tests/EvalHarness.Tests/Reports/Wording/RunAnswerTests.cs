using EvalHarness.Comparisons;
using EvalHarness.Reports.Wording;
using EvalHarness.Runs;

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
    public void Pipelines_that_their_endpoints_stopped_are_said_before_anything_is_weighed()
    {
        var report = SomeReport.Make();
        RunStop[] stops = [new(StopCause.Endpoint, "rag", "r"), new(StopCause.Endpoint, "hybrid", "h")];

        var answer = RunAnswer.From(report with { Manifest = report.Manifest with { Stops = stops } });

        Assert.That(answer.Recommendation, Does.StartWith("Stopped by their endpoints: rag and hybrid. What stands here of them rests on the rows before, and is no result; the notes say what to mend. No overall"));
    }

    [Test]
    public void A_run_that_was_stopped_as_a_whole_says_why()
    {
        var report = SomeReport.Make();

        var answer = RunAnswer.From(report with { Manifest = report.Manifest with { Stops = [new(StopCause.Budget, null, "The budget is spent.")] } });

        Assert.That(answer.Recommendation, Does.StartWith("The budget is spent. No overall"));
    }

    [Test]
    public void A_family_without_a_badge_is_never_called_measured() =>
        Assert.That(BadgeWords.For("answer-correctness", SomeReport.Make() with { Badges = [] }), Is.EqualTo("unclassified"));
}
