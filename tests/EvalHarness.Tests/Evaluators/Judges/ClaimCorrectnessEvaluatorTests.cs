using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Judges;
using EvalHarness.Metrics;

namespace EvalHarness.Tests.Evaluators.Judges;

internal sealed class ClaimCorrectnessEvaluatorTests
{
    private static readonly AnswerReader Reader = new(new AnswerContract());

    [Test]
    public async Task Claims_are_held_against_the_gold_answer_and_the_other_way_round()
    {
        var model = new ScriptedJudge(messages => ScriptedJudge.Says(HonestJudge.Reply(messages[1].Text)));
        var sample = Some.Sample() with { Answers = ["A reset link is valid for 30 minutes. It works only once. It is sent by mail."] };

        var scores = await new ClaimCorrectnessEvaluator(model.Judge(), Reader).EvaluateAsync(sample, Some.Trace(Some.Answer("A reset link is valid for 30 minutes. You may pay for it.")), default);

        Assert.That(scores.Select(s => (s.Metric, s.Reason)), Is.EqualTo(new[] { ("claim-precision", "1 of 2"), ("claim-recall", "1 of 3"), ("claim-f1", "1 of 2 claims right, 1 of 3 found") }));
        Assert.That(scores[2].Value, Is.EqualTo(0.4).Within(1e-12));
        Assert.That(model.Asked, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_short_gold_answer_is_one_claim()
    {
        var model = new ScriptedJudge(messages => ScriptedJudge.Says(HonestJudge.Reply(messages[1].Text)));

        var scores = await new ClaimCorrectnessEvaluator(model.Judge(), Reader).EvaluateAsync(Some.Sample() with { Answers = ["Yes"] }, Some.Trace(Some.Answer("Yes")), default);

        Assert.That(scores.Select(s => s.Value), Is.All.EqualTo(1));
    }

    [Test]
    public async Task An_abstention_finds_nothing_and_costs_nothing()
    {
        var model = new ScriptedJudge("");

        var scores = await new ClaimCorrectnessEvaluator(model.Judge(), Reader).EvaluateAsync(Some.Sample(), Some.Trace(Some.Answer("I don't know.")), default);

        Assert.That(scores.Select(s => (s.Outcome, s.Value)), Is.EqualTo(new[] { (Outcome.NotApplicable, (double?)null), (Outcome.Scored, 0), (Outcome.Scored, 0) }));
        Assert.That(model.Asked, Is.Empty);
    }

    [Test]
    public async Task A_question_without_an_answer_is_not_judged()
    {
        var scores = await new ClaimCorrectnessEvaluator(new ScriptedJudge("").Judge(), Reader).EvaluateAsync(Some.Sample() with { Unanswerable = true, Answers = [] }, Some.Trace(Some.Answer()), default);

        Assert.That(scores.Select(s => s.Outcome), Is.All.EqualTo(Outcome.NotApplicable));
    }
}
